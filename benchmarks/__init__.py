"""What briefgen costs, beside its peers and beside the floor; see README.md."""
