"""What can be read out of the files of the output, each format by itself."""
