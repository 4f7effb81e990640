"""The quotations of an article against the snapshot of its source."""
