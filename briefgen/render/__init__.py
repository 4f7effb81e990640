"""The fifth stage: views and templates into bytes, for what is stale only."""
