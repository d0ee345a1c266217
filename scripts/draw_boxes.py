"""Draws the places of records on the pages of a PDF, to be checked by eye.

    python scripts/draw_boxes.py act.pdf -o pages/ [--list durations] [--page 3]

One PNG for each page that holds a record of the chosen lists (steps, durations, citations, ... or links), with a frame
around every piece of text that the record was read from.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pypdfium2 as pdfium
from PIL import ImageDraw

from adilet_parser import Act, parse
from adilet_parser.model.provenance import Box

COLOURS = ("#d62728", "#1f77b4", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf")
SCALE = 1.5


def boxes_of(act: Act, name: str) -> dict[int, list[Box]]:
    """The boxes behind the records of one list, by page."""
    found: dict[int, list[Box]] = {}
    for record in getattr(act, name):
        for start, end in getattr(record, "pieces", ()) or [record.span]:
            for box in act.source_map.boxes(start, end):
                found.setdefault(box.page, []).append(box)
    return found


def main() -> int:
    """Writes the pictures; says on stderr where."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("-o", "--output", type=Path, default=Path("pages"))
    arguments.add_argument("--list", action="append", dest="lists", metavar="NAME")
    arguments.add_argument("--page", type=int)
    options = arguments.parse_args()
    lists = options.lists or ["durations", "citations"]
    act = parse(options.file)
    options.output.mkdir(parents=True, exist_ok=True)
    framed = {name: boxes_of(act, name) for name in lists}
    pdf = pdfium.PdfDocument(options.file)
    for number in sorted({page for found in framed.values() for page in found}):
        if options.page not in (None, number):
            continue
        image = pdf[number - 1].render(scale=SCALE).to_pil().convert("RGB")
        draw = ImageDraw.Draw(image)
        for colour, name in zip(COLOURS, lists, strict=False):
            for box in framed[name].get(number, []):
                draw.rectangle(
                    [SCALE * side for side in (box.x0, box.top, box.x1, box.bottom)], outline=colour, width=2
                )
        target = options.output / f"page-{number:03}.png"
        image.save(target)
        print(target, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
