"""What a trained model is worth: scores with intervals, every subset of inputs, robustness, comparison, report."""
