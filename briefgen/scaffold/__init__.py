"""What a new project, and a new item, begin with. The texts of a new project lie in `start/`."""
