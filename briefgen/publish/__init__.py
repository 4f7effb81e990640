"""The sixth stage: move bytes into place so that every file is whole at every instant."""
