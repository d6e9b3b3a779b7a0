"""Learning from a folder of data: reading and checking it, splits, augmentation and the training loop. No Qt."""
