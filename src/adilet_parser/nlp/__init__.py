"""spaCy: the language `kk`, acts as `Doc`s, the pipeline component `adilet`. The only part that imports spaCy."""

from adilet_parser.nlp.display import render_annex
from adilet_parser.nlp.extensions import register_extensions
from adilet_parser.nlp.kazakh import Kazakh
from adilet_parser.nlp.projection import to_doc

__all__ = ["Kazakh", "register_extensions", "render_annex", "to_doc"]
