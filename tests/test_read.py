"""Readers: encodings, offsets, what is refused by name, geometry."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

import pytest

from adilet_parser import parse
from adilet_parser.read.media import read
from adilet_parser.read.text import UnreadableError, decode, read_text
from tests.conftest import PDF_FILE, TEXT_FILE

KAZAKH = "Қазақстан Республикасының Әділет министрлігі, қаулының күші жойылды деп танылсын: ғылым, өңір, үкімет, һәм"
RUSSIAN = "Министерство юстиции Республики Казахстан, постановление признано утратившим силу"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (KAZAKH.encode(), "utf-8", KAZAKH),
        (codecs.BOM_UTF8 + KAZAKH.encode(), "utf-8", KAZAKH),
        (KAZAKH.encode("utf-16"), "utf-16-le", KAZAKH),
        (codecs.BOM_UTF16_BE + KAZAKH.encode("utf-16-be"), "utf-16-be", KAZAKH),
        (KAZAKH.encode("utf-16-le"), "utf-16-le", KAZAKH),
        (KAZAKH.encode("utf-16-be"), "utf-16-be", KAZAKH),
        (KAZAKH.encode("utf-32"), "utf-32-le", KAZAKH),
        (KAZAKH.replace("і", "i").encode("kz1048", "replace"), "kz1048", None),
        (RUSSIAN.encode("cp1251"), "cp1251", RUSSIAN),
        (b"", "utf-8", ""),
    ],
)
def test_encoding_is_detected(data: bytes, encoding: str, text: str | None) -> None:
    found, name, problems = decode(data)
    assert name == encoding
    if text is not None:
        assert found == text
    else:
        assert "Қазақстан" in found
        assert [entry.code for entry in problems] == ["encoding_guessed"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (bytes(range(256)) * 40, "not text"),
        (b"\x00\x01\x02\x03" * 500, "not text"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00\x00", "byte order mark"),
        ("абв".encode() + b"\xff\xfe\xfa" * 30, "not text"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "PNG"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 50, "JPEG"),
        (b"PK\x03\x04" + b"\x00" * 50, "DOCX"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 50, "DOC"),
        (b"%PDF-1.4 and nothing more", "PDF"),
        (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj",
            "PDF",
        ),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read(data)


def test_latin_letters_that_begin_like_a_bitmap_are_text() -> None:
    assert read(b"BM is no picture").text == "BM is no picture"


def test_offsets_survive_composition() -> None:
    plain = "Осы қаулының й тармағы"
    apart = unicodedata.normalize("NFD", plain)
    source = read_text(apart.encode())
    assert source.text == plain
    at = plain.index("й")
    start, end = source.file_span(at, at + 1)
    assert apart[start] == "и"
    assert source.repairs[0].kind == "normalised"
    after = plain.index("тармағы")
    assert apart[slice(*source.file_span(after, after + 3))] == "тар"
    assert end > start


def test_pages_are_parted_at_form_feeds() -> None:
    source = read_text("бір\nекі\x0cүш\n".encode())
    assert [len(page.lines) for page in source.pages] == [2, 1]
    assert source.lines[2].new_page


def test_a_pdf_cut_anywhere_is_read_or_refused() -> None:
    data = PDF_FILE.read_bytes()
    for share in (0.01, 0.3, 0.6, 0.95):
        act = parse(data[: int(len(data) * share)], "half.pdf")
        assert act.text or {entry.code for entry in act.problems} & {"unreadable_input", "empty_input"}


def test_pdf_lines_are_in_visual_order() -> None:
    source = read(PDF_FILE.read_bytes())
    lines = [source.text[line.start : line.end].strip() for line in source.lines]
    assert 'Қазақстан Республикасы Заңының 16-бабының 1-тармағына, "Денсаулық сақтау' in lines
    styles = {line.style for line in source.lines}
    assert {"body", "heading", "stamp", "note"} <= styles


@pytest.mark.parametrize("name", ["gaps.pdf", "page-order.pdf", "no-tounicode.pdf"])
def test_other_paint_orders_give_the_same_act(name: str, real_corpus, pdf_act) -> None:  # type: ignore[no-untyped-def]
    act = parse(real_corpus / "almaty-2019-43" / name)
    assert act.text == pdf_act.text
    assert act.steps == pdf_act.steps


def test_a_picture_of_an_act_is_noticed(real_corpus) -> None:  # type: ignore[no-untyped-def]
    act = parse(real_corpus / "almaty-2019-43" / "scan-operative.pdf")
    assert act.text == ""
    assert [entry.code for entry in act.problems].count("page_without_text") == 3


def test_letters_that_cannot_be_known_are_noticed(real_corpus: Path) -> None:
    act = parse(real_corpus / "almaty-2019-43" / "no-character-map.pdf")
    assert "(cid:" not in act.text
    codes = [entry.code for entry in act.problems if entry.severity == "error"]
    assert codes.count("page_text_unreadable") >= 50
    assert set(codes) <= {"page_text_unreadable", "empty_input", "not_an_act"}


def test_boxes_lead_back_to_the_page(pdf_act) -> None:  # type: ignore[no-untyped-def]
    start = pdf_act.text.index("Күшін жойған")
    (box,) = pdf_act.source_map.boxes(start, start + len("Күшін жойған"))
    assert box.page == 1
    assert box.x0 == pytest.approx(79.5, abs=0.5)
    assert box.x1 == pytest.approx(165.1, abs=0.5)
    assert box.top == pytest.approx(86, abs=1.5)


def test_offsets_lead_back_to_the_file(text_act) -> None:  # type: ignore[no-untyped-def]
    raw = TEXT_FILE.read_text(encoding="utf-8")
    start = text_act.text.index("1-қосымшасына сәйкес;")
    pieces = text_act.source_map.locate(start, start + len("1-қосымшасына сәйкес;"))
    assert [raw[slice(*piece)] for piece in pieces] == ["1-қосымшасына", "сәйкес;"]
