"""Who an act is: its Әділет id and its FRBR URI, computed or known, and how sure that is."""
