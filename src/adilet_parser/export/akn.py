"""An act as Akoma Ntoso 3.0 (OASIS LegalDocML): its text in its hierarchy, with links, durations, terms and notes.

Nothing is told here that the act does not say. `eId`s are the locators of the JSON with "__" for ".", so that
`annex_1.point_5` is `annex_1__point_5`. Characters that XML forbids become U+FFFD (see `xml_text`).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from xml.etree.ElementTree import Element, SubElement

from adilet_parser.export.akn_blocks import Blocks
from adilet_parser.export.akn_ids import Ids
from adilet_parser.export.akn_inline import Marks
from adilet_parser.export.akn_meta import Concepts, write_meta, write_references
from adilet_parser.export.xml_text import document
from adilet_parser.model.act import Act
from adilet_parser.text_order import Part, in_text_order

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# the divisions of an act in the order that the schema gives them
PREFACE, PREAMBLE, BODY, CONCLUSIONS, ATTACHMENTS = range(5)
DIVISION = {"header": PREFACE, "preamble": PREAMBLE, "operative": BODY, "signature": CONCLUSIONS, "annex": ATTACHMENTS}
# what may stand before the first words of an annex
FACE = frozenset(["stamp", "title", "note"])


def akoma_ntoso(act: Act) -> str:
    """The act as an Akoma Ntoso document, valid against the schema of OASIS."""
    root = Element("akomaNtoso", {"xmlns": NAMESPACE})
    # every kind of act is an `act` to the standard; `name` tells them apart
    element = SubElement(root, "act", name=act.act.type, contains="singleVersion")
    parts = in_text_order(act.tree)
    _Writer(act, parts).act(element, parts)
    return document(root)


class _Writer:
    def __init__(self, act: Act, parts: Part) -> None:
        self.source = act
        self.concepts = Concepts()
        self.ids = Ids(parts)
        marks = Marks(act, self.ids.by_locator, self.concepts)
        self.blocks = Blocks(act.text, marks, self.ids)

    def act(self, element: Element, parts: Part) -> None:
        """The act itself: each part in its division, or in the one that has begun before it in the text."""
        write_meta(element, self.source, self.concepts)
        divisions: list[list[Part]] = [[] for _ in range(ATTACHMENTS + 1)]
        reached = PREFACE
        for part in parts.children or ([parts] if self.source.text else []):
            # what is no division of its own stays in the one it stands in: a late note; or it is of the body
            division = DIVISION.get(part.kind, reached if part.kind == "note" else BODY)
            reached = max(reached, division)
            divisions[reached].append(part)
        if divisions[PREFACE]:
            self.blocks.preface(element, divisions[PREFACE], self.ids.of_first(divisions[PREFACE], "header"))
        if divisions[PREAMBLE]:
            preamble = SubElement(element, "preamble", self.ids.of_first(divisions[PREAMBLE], "preamble"))
            self.blocks.flat(preamble, divisions[PREAMBLE])
        body = SubElement(element, "body")
        content = [
            inner for part in divisions[BODY] for inner in (part.children if part.kind == "operative" else [part])
        ]
        self.blocks.hierarchy(body, content)
        if not len(body):
            # the schema wants something in a body; the act has none
            SubElement(body, "hcontainer", name="empty")
        if divisions[CONCLUSIONS]:
            self.blocks.flat(SubElement(element, "conclusions"), divisions[CONCLUSIONS])
        self._attachments(element, divisions[ATTACHMENTS])
        write_references(element, self.concepts)

    def _attachments(self, element: Element, parts: Iterable[Part]) -> None:
        attachments: Element | None = None
        for part in parts:
            if attachments is None:
                attachments = SubElement(element, "attachments")
            attachment = SubElement(attachments, "attachment")
            if part.kind == "annex" and not part.is_leaf:
                attachment.set("eId", self.ids.of(part))
                self._annex(attachment, part)
            else:
                # words between or after annexes that belong to none of them
                self.blocks.flat(SubElement(attachment, "interstitial"), [part])

    def _annex(self, attachment: Element, annex: Part) -> None:
        kind = next((record.kind for record in self.source.annexes if record.at == annex.node.at), "other")
        element = SubElement(attachment, "doc", name=kind)
        write_meta(element, self.source, self.concepts, self.ids.of(annex))
        face = list(takewhile(lambda part: part.is_leaf and part.kind in FACE, annex.children))
        rest = annex.children[len(face) :]
        body = list(takewhile(lambda part: part.kind != "annex", rest))
        if face:
            self.blocks.preface(element, face, {})
        main = SubElement(element, "mainBody")
        self.blocks.mixed(main, body)
        if not len(main):
            SubElement(main, "hcontainer", name="empty")
        self._attachments(element, rest[len(body) :])
