"""What goes out besides the JSON of the act itself."""
