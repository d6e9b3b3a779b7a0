"""The microscope's pages: weights beside contributions, hands on the gate, disturbances, methods, and the map."""
