"""Small PDFs, written by hand, sound and broken."""

from __future__ import annotations

from collections.abc import Sequence


def pdf_of(objects: dict[int, bytes], root: int = 1, extra: bytes = b"") -> bytes:
    """A file of numbered objects with its cross-reference table."""
    out = bytearray(b"%PDF-1.4\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    last = max(objects)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        out += b"%010d 00000 n \n" % places.get(number, 0)
    out += b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, root, extra, start)
    return bytes(out)


def pages(contents: Sequence[bytes], box: str = "0 0 612 792", more: str = "") -> bytes:
    """A PDF with one page for each content stream, type Helvetica as /F1."""
    objects: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    kids = []
    number = 4
    for content in contents:
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]{more}/Resources<</Font<</F1 3 0 R>>>>/Contents {number + 1} 0 R>>"
        ).encode()
        objects[number + 1] = b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)
        kids.append(f"{number} 0 R")
        number += 2
    objects[2] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    return pdf_of(dict(sorted(objects.items())))


def lines(texts: Sequence[str], left: float = 72, top: float = 720, size: float = 12, pitch: float = 16) -> bytes:
    """A content stream that prints lines one under the other."""
    parts = [
        f"BT /F1 {size} Tf 1 0 0 1 {left} {top - index * pitch} Tm ({text}) Tj ET" for index, text in enumerate(texts)
    ]
    return "\n".join(parts).encode("latin-1")


def cyclic() -> bytes:
    """A page tree whose node is its own child."""
    return pdf_of(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 2/Kids[2 0 R 3 0 R]>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>",
        }
    )


def encrypted() -> bytes:
    """A file that cannot be opened without a password."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>",
        4: b"<</Filter/Standard/V 1/R 2/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">/P -4>>",
    }
    return pdf_of(objects, extra=b"/Encrypt 4 0 R/ID[<31><31>]")
