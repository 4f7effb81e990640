"""What happens with what was built: nothing leaves the house without the gate."""
