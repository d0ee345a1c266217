"""The act as one page for the browser: text, structure, what was understood, processes drawn."""
