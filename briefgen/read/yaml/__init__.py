"""YAML as authors write it: a small tree of nodes with places, and mistakes in plain words."""
