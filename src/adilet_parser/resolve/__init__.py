"""Where a reference leads: to a place in this act."""
