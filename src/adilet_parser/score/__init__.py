"""How right the parser is: gold files, matching, report."""
