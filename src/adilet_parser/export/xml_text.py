"""What XML 1.0 can hold: text made safe for it, and a tree of elements as a document."""

from __future__ import annotations

import re
from xml.etree import ElementTree

# XML 1.0 has no way to write these, not even as a character reference: control characters, halves of surrogate
# pairs, U+FFFE and U+FFFF.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Text with each forbidden character replaced by U+FFFD, one for one, so that lengths and offsets stay.

    >>> xml_text("a\\x00b\\ud800c\\tк")
    'a�b�c\\tк'
    """
    return FORBIDDEN.sub("\ufffd", text)


def document(root: ElementTree.Element) -> str:
    """The document as text, with its declaration; every string in it must have passed `xml_text`."""
    body = ElementTree.tostring(root, encoding="unicode")
    # a reader turns a bare carriage return into a line feed; as a reference it stays what it is
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + body.replace("\r", "&#13;") + "\n"
