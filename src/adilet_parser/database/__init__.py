"""Many acts in one SQLite file, to search and to ask."""
