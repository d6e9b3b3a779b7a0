"""What in each input speaks for the answer, on pause: pixels, tiles of the spectrogram, words."""
