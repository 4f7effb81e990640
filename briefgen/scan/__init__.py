"""The first stage: list the files of the project and find what changed."""
