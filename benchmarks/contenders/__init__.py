"""The programs that are compared, each building the same pages from the same files."""
