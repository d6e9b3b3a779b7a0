"""Torch models: encoders, fusion methods, heads and checkpoints. No Qt below this point."""
