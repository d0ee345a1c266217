"""Kazakh legal acts as data one can trust: `parse` gives the act, `repair` its text."""

from adilet_parser.model.act import Act
from adilet_parser.pipeline import parse, repair
from adilet_parser.version import __version__

__all__ = ["Act", "__version__", "parse", "repair"]
