"""The fourth stage: list every artifact of the output, with its view and its key."""
