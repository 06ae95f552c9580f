"""What follows from the figures of the sources: a file for each way to derive one figure from others."""
