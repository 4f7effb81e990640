"""`check --fix`: what briefgen may write into an author's file, which is a digest and no more."""
