"""What a trained model is worth: scores with intervals, every subset of modalities, robustness, comparison, report."""
