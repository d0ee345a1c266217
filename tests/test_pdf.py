"""PDFs by geometry: two engines with one truth, tables, places on the page, and files that nobody should have made."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Literal

import pdfplumber
import pytest

from adilet_parser import parse
from adilet_parser.model.provenance import Box
from adilet_parser.read.pdf import read_pdf
from adilet_parser.read.rows import Piece, rows_of
from adilet_parser.read.source import Source
from adilet_parser.read.text import UnreadableError
from tests import make_pdf
from tests.conftest import PDF_FILE, ROOT

OWN_PDFS = sorted((ROOT / "corpus").glob("*/*.pdf"))


def lines_of(source: Source) -> list[tuple[object, ...]]:
    """What both engines must agree on. Not the style: pdfium alone sees bold that is drawn as an outline."""
    return [
        (" ".join(source.text[line.start : line.end].split()), line.gap, line.filled, line.new_page, line.cell)
        for line in source.lines
    ]


@pytest.mark.parametrize("path", OWN_PDFS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_both_engines_read_the_same_lines(path: Path) -> None:
    data = path.read_bytes()
    assert lines_of(read_pdf(data)) == lines_of(read_pdf(data, "pdfplumber"))


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize("name", ["mangystau-2013-187", "kyzylorda-2019-1340", "kegen-2025-8-34"])
def test_broken_bytes_are_a_problem_and_no_traceback(name: str, engine: Literal["pdfium", "pdfplumber"]) -> None:
    data = (ROOT / "corpus" / name / "act.pdf").read_bytes()
    for seed in range(6):
        rng = random.Random(seed)
        broken = bytearray(data)
        for _ in range(20):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        act = parse(bytes(broken), "broken.pdf", engine=engine)
        assert act.text or act.problems


@pytest.mark.slow
def test_both_engines_read_the_same_lines_of_real_acts(real_corpus: Path) -> None:
    for path in sorted(real_corpus.rglob("*.pdf")):
        if path.stat().st_size < 1_000_000:
            data = path.read_bytes()
            assert lines_of(read_pdf(data)) == lines_of(read_pdf(data, "pdfplumber")), path


def test_boxes_are_where_the_reference_finds_the_words() -> None:
    act = parse(PDF_FILE)
    boxes: dict[int, list[Box]] = {}
    for record in (*act.durations, *act.citations):
        for box in act.source_map.boxes(*record.span):
            boxes.setdefault(box.page, []).append(box)
    with pdfplumber.open(PDF_FILE) as pdf:
        for number in sorted(boxes)[:4]:
            page = pdf.pages[number - 1]
            for box in boxes[number]:
                inside = [
                    char
                    for char in page.chars
                    if abs((char["top"] + char["bottom"]) / 2 - (box.top + box.bottom) / 2) < 3
                    and box.x0 - 1 < char["x0"] < box.x1 - 1
                ]
                assert inside, box
                assert abs(min(char["x0"] for char in inside) - box.x0) < 1
                assert abs(max(char["x1"] for char in inside) - box.x1) < 1


def spaced(text: str, x: float, width: float, gap: float) -> list[Piece]:
    """Letters of a letter-spaced line; a blank is three gaps wide."""
    pieces: list[Piece] = []
    for letter in text:
        if letter != " ":
            pieces.append(Piece(letter, x, 0, x + width, 12, 12, (0,), False, len(pieces)))
        x += width + gap if letter != " " else 3 * gap
    return pieces


def test_a_letter_spaced_line_is_closed_up() -> None:
    (row,) = rows_of(spaced("уполномоченными органами;", 80, 7, 3))
    assert [piece.text for piece in row] == ["уполномоченными", " ", "органами;"]
    assert row[0].offsets[:3] == (0, 100, 200)


def test_single_letters_that_touch_stay_apart_from_their_neighbours() -> None:
    row = [
        Piece(letter, 10 * place, 0, 10 * place + 9.9, 12, 12, (0,), False, place)
        for place, letter in enumerate("абвгд")
    ]
    assert rows_of(row) == [row]


TABLE = b"""
0.5 w 72 700 m 540 700 l S 72 660 m 540 660 l S 72 620 m 540 620 l S
72 700 m 72 620 l S 110 700 m 110 620 l S 300 700 m 300 620 l S 540 700 m 540 620 l S
BT /F1 12 Tf 1 0 0 1 80 680 Tm (No) Tj ET BT /F1 12 Tf 1 0 0 1 120 680 Tm (Who) Tj ET BT /F1 12 Tf 1 0 0 1 310 680 Tm (What) Tj ET
BT /F1 12 Tf 1 0 0 1 310 645 Tm (takes the papers and gives) Tj ET BT /F1 12 Tf 1 0 0 1 310 630 Tm (a receipt) Tj ET
BT /F1 12 Tf 1 0 0 1 80 640 Tm (1) Tj ET BT /F1 12 Tf 1 0 0 1 120 640 Tm (office) Tj ET
"""


def test_a_ruled_table_is_read_cell_by_cell() -> None:
    source = read_pdf(
        make_pdf.pages([make_pdf.lines(["Above the table"]) + TABLE + make_pdf.lines(["Below"], top=500)])
    )
    read = [
        (line.cell and (line.cell.row, line.cell.column), source.text[line.start : line.end]) for line in source.lines
    ]
    assert read == [
        (None, "Above the table"),
        ((0, 0), "No"),
        ((0, 1), "Who"),
        ((0, 2), "What"),
        ((1, 0), "1"),
        ((1, 1), "office"),
        ((1, 2), "takes the papers and gives"),
        ((1, 2), "a receipt"),
        (None, "Below"),
    ]


def test_a_table_that_runs_over_a_page_is_one_table() -> None:
    rest = (
        TABLE.replace(b"(No)", b"(2)")
        .replace(b"(Who)", b"(unit)")
        .replace(b"(What)", b"(signs)")
        .replace(b"(1)", b"(3)")
    )
    source = read_pdf(make_pdf.pages([TABLE, rest]))
    assert {line.cell.table for line in source.lines if line.cell} == {1}
    assert [line.cell.row for line in source.lines if line.cell and line.cell.column == 0] == [0, 1, 2, 3]


def test_a_row_cut_by_the_page_goes_on_in_its_cells() -> None:
    rest = TABLE.replace(b"(No)", b"( )").replace(b"(Who)", b"(head)").replace(b"(What)", b"(to the citizen)")
    source = read_pdf(make_pdf.pages([TABLE, rest]))
    in_order = [source.text[line.start : line.end] for line in source.lines if line.cell and line.cell.row == 1]
    assert in_order == ["1", "office", "head", "takes the papers and gives", "a receipt", "to the citizen"]


HEADER = ["Resolution of the akimat", "1. First point.", "2. Second point."]
TURNED = b"BT /F1 12 Tf 0 1 -1 0 100 72 Tm (a turned line of text) Tj ET"
WIDE = "0 0 28346456 792"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(make_pdf.pages([make_pdf.lines(HEADER)]), "1. First point.", id="plain"),
        pytest.param(make_pdf.pages([make_pdf.lines(HEADER)], box=WIDE), "1. First point.", id="10 km wide"),
        pytest.param(make_pdf.pages([make_pdf.lines(HEADER)], box="-50 -50 562 742"), "1. First point.", id="shifted"),
        pytest.param(make_pdf.pages([TURNED], more="/Rotate 90"), "a turned line of text", id="turned page"),
        pytest.param(make_pdf.pages([make_pdf.lines(HEADER)] + [b""] * 10_000), "2. Second point.", id="empty pages"),
        pytest.param(make_pdf.cyclic(), None, id="page tree that bites its tail"),
        pytest.param(make_pdf.encrypted(), None, id="encrypted"),
        pytest.param(make_pdf.pages([]), None, id="no pages"),
        pytest.param(b"%PDF-1.4\n" + b"<html>" * 1000, None, id="HTML that says it is a PDF"),
        pytest.param(make_pdf.pages([make_pdf.lines(HEADER)])[:300], None, id="cut"),
        pytest.param(b"%PDF-1.4\n" + b"\x00" * 100_000, None, id="nothing but zeros"),
    ],
)
@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_hostile_pdfs_are_read_or_refused(data: bytes, expected: str | None, engine: str) -> None:
    fault: str | None = None
    try:
        text = read_pdf(data, engine).text  # type: ignore[arg-type]
    except UnreadableError as error:
        text, fault = "", str(error)
    assert (expected or "") in text
    assert expected is not None or not text.strip()
    assert fault is None or "the PDF" in fault


def test_a_picture_a_kilometre_wide_is_not_decoded() -> None:
    image = b"<</Type/XObject/Subtype/Image/Width 99999/Height 99999/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>stream\nx\nendstream"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>"
    data = make_pdf.pdf_of(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            3: page,
            4: b"<</Length 30>>stream\nq 500 0 0 500 50 50 cm /X Do Q\nendstream",
            5: image,
        }
    )
    assert "page_without_text" in {entry.code for entry in parse(data, "scan.pdf").problems}


def test_links_are_known_by_their_paint_order_and_by_their_annotations() -> None:
    act = parse(PDF_FILE)
    found = {link.text for link in act.links if link.found == "paint_order"}
    assert {"1-қосымшасына", "№ 272", "1-тармағына"} <= found
    assert all(act.text[slice(*link.span)] == link.text for link in act.links)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 6 0 R>>>>/Contents 4 0 R/Annots[5 0 R]>>"
    content = make_pdf.lines(["See the law of 2013 here", "1. First point of the resolution."])
    data = make_pdf.pdf_of(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            3: page,
            4: b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
            5: b"<</Type/Annot/Subtype/Link/Rect[95 715 136 732]/A<</S/URI/URI(https://adilet.zan.kz/kaz/docs/Z1300000088)>>>>",
            6: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        }
    )
    links = parse(data, "linked.pdf").links
    assert [(link.text, link.uri) for link in links] == [("the law", "https://adilet.zan.kz/kaz/docs/Z1300000088")]
