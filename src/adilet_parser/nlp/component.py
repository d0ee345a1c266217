"""The pipeline component `adilet`: reads the act that a Doc's text is, and leaves the text as it was."""

from __future__ import annotations

from codecs import BOM_UTF8

from spacy.language import Language
from spacy.tokens import Doc

from adilet_parser.nlp.extensions import KEY
from adilet_parser.nlp.projection import lay
from adilet_parser.pipeline import parse


class Adilet:
    """Parses `doc.text`, damaged or not, and puts the records where their words stand in that text."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with span groups; a Doc that has its act already (of `to_doc`) is left alone."""
        if KEY in doc.user_data:
            return doc
        # The mark says UTF-8, so that no encoding is guessed; offsets are counted after it.
        act = parse(BOM_UTF8 + doc.text.encode(), name="<doc>")
        return lay(doc, act, act.source_map.locate)


@Language.factory("adilet", assigns=["doc.spans", "doc._.act", "span._.record", "span._.ranges"])
def make_adilet(nlp: Language, name: str) -> Adilet:
    """The component for `nlp.add_pipe("adilet")`."""
    return Adilet(name)
