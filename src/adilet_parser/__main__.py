"""`python -m adilet_parser`."""

from adilet_parser.cli import main

main()
