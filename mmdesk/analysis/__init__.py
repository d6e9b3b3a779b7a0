"""What the microscope works out about a model and its inputs. No Qt."""
