"""The text of an Akoma Ntoso document, line by line: what `akoma_ntoso` wrote, read back."""

from __future__ import annotations

from xml.etree import ElementTree

SPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
BLOCKS = frozenset(["p", "block", "heading", "subheading"])
"""Elements that end a line; a `num` does not: it stands before its words in the same line, unless an `eol` closes it."""


def text_of(xml: str) -> str:
    """The paragraphs of the document in their order, one a line.

    >>> text_of('<doc xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><num>1. </num><p>А<b>б</b>в</p></doc>')
    '1. Абв'
    """
    reader = _Lines()
    reader.read(ElementTree.fromstring(xml.encode()))
    return "\n".join(reader.lines)


class _Lines:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []

    def read(self, element: ElementTree.Element) -> None:
        tag = element.tag.removeprefix(SPACE)
        if tag == "meta":
            return
        if tag == "quotedStructure":
            self.end()  # its paragraphs stand under the line of the instruction
        self.line.append(element.text or "")
        for child in element:
            self.read(child)
            self.line.append(child.tail or "")
        if tag in BLOCKS or tag == "eol":
            self.end()

    def end(self) -> None:
        """Close the line; a line without a character is no line."""
        if line := "".join(self.line):
            self.lines.append(line)
        self.line = []
