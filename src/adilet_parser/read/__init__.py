"""What comes in: text or PDF as characters in reading order, with the way back to the file. Knows nothing of law."""
