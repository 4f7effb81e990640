"""The live preview: what browsers on this machine see of the output while it is worked on."""
