"""The cache: what earlier builds found out. Deleting it is always safe."""
