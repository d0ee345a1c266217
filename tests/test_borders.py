"""Every rule that decides whether two printed lines are one paragraph, and what repair writes down of it."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from adilet_parser import parse
from adilet_parser.language.link_shapes import shapes_of
from adilet_parser.read.source import Cell, Line
from adilet_parser.repair.border import Border
from adilet_parser.repair.hyphens import restored
from adilet_parser.repair.layout import Layout
from adilet_parser.repair.links import mend, place
from adilet_parser.repair.paragraphs import RULES, decide
from adilet_parser.repair.strand import Strand
from tests.conftest import TEXT_FILE

PRINTED = Layout(indented=True, spaced=False, wrapped=True, width=78, trailing_blanks=True)
PLAIN = Layout(indented=False, spaced=False, wrapped=True, width=78, trailing_blanks=False)
LOOSE = Layout(indented=False, spaced=False, wrapped=False, width=400, trailing_blanks=False)
SPACED = Layout(indented=True, spaced=True, wrapped=False, width=400, trailing_blanks=False)


def border(above: str, below: str, layout: Layout = PLAIN, **told: Any) -> Border:
    """A border between two lines; `opening` and `tail` are the line above unless told, `line` and `above_line` its facts."""
    line = Line(0, len(below), **told.pop("line", {}))
    above_line = Line(0, len(above), **told.pop("above_line", {}))
    facts: dict[str, Any] = {"opening": above, "tail": above, "full": False, "trailing": False} | told
    return Border(layout, line, above_line, above, below, **facts)


STYLED: dict[str, Any] = {"line": {"style": "heading"}, "above_line": {"style": "heading"}}
SIGNED: dict[str, Any] = {"line": {"style": "signature"}, "above_line": {"style": "signature"}}
STAMPED: dict[str, Any] = {"line": {"style": "stamp"}, "above_line": {"style": "stamp"}}
CELL = Cell(0, 1, 1)
IN_CELL: dict[str, Any] = {"line": {"cell": CELL}, "above_line": {"cell": CELL}}

BORDERS: list[tuple[Border, tuple[str, str]]] = [
    (border("Құжаттар", "тізбесі", line={"cell": CELL}, above_line={"cell": Cell(0, 1, 0)}), ("break", "other_cell")),
    (border("Құжаттар тапсырылады.", "Өтініш беріледі.", line={"whole": True}), ("break", "whole_line")),
    (border("қабылдау.", "2) тіркеу", **IN_CELL), ("break", "inside_cell")),
    (border("Қабылдау аяқталды.", "Тіркеу басталды", **IN_CELL), ("break", "inside_cell")),
    (border("Қабылдау аяқталды.", "Тіркеу басталды", full=True, **IN_CELL), ("join", "inside_cell")),
    (border("Қабылдау", "Тіркеу", **IN_CELL), ("break", "inside_cell")),
    (border("Қабылдау және", "Тіркеу", **IN_CELL), ("join", "inside_cell")),
    (border("анықтамалығы", "күн өткен соң қолданысқа енгізіледі)."), ("torn", "torn_remainder")),
    (border("Ескерту", "жазылды", line={"style": "body"}, above_line={"style": "heading"}), ("break", "styles_differ")),
    (border("Ескерту. Қаулы", "жазылды", line={"style": "body"}, above_line={"style": "note"}), ("join", "mid_phrase")),
    (border("Мәтін", "Басқа мәтін", PRINTED, line={"indent": 6}), ("break", "indent")),
    (border("Мәтін", "Басқа мәтін", PRINTED, line={"indent": 3}), ("break", "indent")),
    (border("бекіту туралы", "Күшін жойған"), ("break", "status_word")),
    (border("2013 жылғы Заңының 16-бабы", "1 және 3-тармақтарына сәйкес"), ("join", "open_place")),
    (
        border(
            "қаулысына өзгерістер енгізу туралы",
            "Павлодар облысы әкімдігінің 2015 жылғы 18 қыркүйектегі № 267/9 қаулысы.",
            PRINTED,
            opening='Павлодар облысы әкімдігінің 2014 жылғы 11 маусымдағы № 196/6 "Архив ісі туралы"',
            line={"gap": 1},
        ),
        ("break", "title_over"),
    ),
    (border("Күшін жойған", "Алматы облысы"), ("break", "status_word")),
    (border("енгізіледі", "Ескерту. 1-тармақ жаңа редакцияда"), ("break", "note_start")),
    (border("енгізіледі", "2-тарау. Тәртіп"), ("break", "named_heading")),
    (border("осы Кодекстің", "2-тарау. Тәртіп", opening="2-бап. Ұғымдар"), ("break", "named_heading")),
    (border("осы Заңның 1 және", "2-тарау. Тәртіп"), ("join", "mid_phrase")),
    (border("1-тарау. Мемлекеттік қызмет", "көрсету тәртібі", **STYLED), ("join", "same_heading")),
    (border("1-тарау. Мемлекеттік қызмет", "Көрсету тәртібі", **STYLED), ("join", "same_heading")),
    (border("Облыс әкімі", "К. Көшербаев", **SIGNED), ("join", "same_signature")),
    (border("Облыс әкімі К. Көшербаев", "Министр", **SIGNED), ("break", "same_signature")),
    (border("Облыс әкімі", "К. Көшербаев"), ("join", "stacked_signature")),
    (border("Облыс", "К. Көшербаев"), ("break", "filled")),
    (border("Қазақстан Республикасының", "Қаржы министрі"), ("join", "stacked_signature")),
    (border("жүктелсін.", "Қазақстан Республикасының"), ("break", "stacked_signature")),
    (border("Абай облысы әкімдігінің", "2023 жылғы 3 сәуірдегі"), ("join", "stamp_lines")),
    (border("Абай облысы әкімдігінің 2023 жылғы 3 сәуірдегі", "№ 70 қаулысына"), ("join", "stamp_lines")),
    (border("стандарттар регламентіне", "1-қосымша"), ("join", "number_after_approved")),
    (border("стандарттар регламентіне", "1-қосымша", above_line={"indent": 6}), ("break", "filled")),
    (border("Бұл бірінші жол", "Бұл екінші жол", LOOSE), ("break", "long_lines")),
    (border("- ҚР 30.12.2021", "№ 96-VII", SPACED), ("join", "long_lines")),
    (border("- ҚР 30.12.2021.", "Бұл жаңа сөйлем", SPACED), ("break", "long_lines")),
    (border("- ҚР 30.12.2021.", ") Заңымен", SPACED), ("join", "long_lines")),
    (
        border('28" қаңтардағы', "Көрсетілген", opening='Алматы облысы әкімдігінің 2019 жылғы "'),
        ("join", "same_stamp"),
    ),
    (border("№ 43 қаулысына 1-қосымша", '"Анықтама беру" регламенті', full=True), ("break", "stamp_over")),
    (border("№ 43 қаулысына 1-қосымша", "1-тарау Жалпы", full=True), ("break", "named_heading")),
    (border("Абай облысы әкімдігінің 2019 жылғы 5 мамырдағы № 43 қаулысы", '"Білім туралы" Заңына', full=True), ("break", "info_over")),
    (border("Абай облысы әкімдігінің 2019 жылғы 5 мамырдағы № 43 қаулысы", '"Білім туралы" Заңына', PRINTED, full=True, trailing=True), ("join", "same_stamp")),
    (border("№ 43 қаулысына 1-қосымша", "жалғасы", full=True), ("join", "mid_phrase")),
    (border("Абай облысы әкімдігінің 2019 жылғы 5 мамырдағы бекітілген", "№ 70 қаулысына"), ("break", "title_over")),
    (border("Абай облысы", "әкімдігінің", **STAMPED), ("join", "same_cell")),
    (border("Абай облысы", "Әкімдігінің", **STAMPED), ("join", "same_cell")),
    (border("Мәтін", "Басқа мәтін", PRINTED, full=True), ("join", "no_gap")),
    (border("Мәтін", "2. Басқа мәтін", PRINTED, full=True), ("join", "no_gap")),
    (border("Мәтін.", "Басқа мәтін", PRINTED, full=True), ("join", "no_gap")),
    (border("Мәтін.", "2. Басқа мәтін", PRINTED, full=True), ("break", "sentence_over")),
    (border("№ 434 қаулысымен.", "Басқа мәтін", PRINTED, full=True, opening="Ескерту. 1-тармақ"), ("break", "note_over")),
    (border("№ 434 қаулысымен.", "Басқа мәтін", PRINTED, full=True, opening="1. Тармақ"), ("join", "no_gap")),
    (border("деп танылсын.", "Аудандық мәслихат төрағасы Е. Нұрдәулетов", full=True), ("break", "signature_line")),
    (border("деп танылсын", "Аудандық мәслихат төрағасы Е. Нұрдәулетов", full=True), ("join", "filled")),
    (border("(Парламентінің", "Жаршысы, 1999 ж.) күші"), ("join", "open_bracket")),
    (border("– 30 минут.", "Нәтижесі – өтініш;", opening="1) қызметкер"), ("join", "result_sentence")),
    (border("– 30 минут.", "Нәтижесі – өтініш;", opening="Қызметкер"), ("break", "sentence_over")),
    (border("– 30 минут.", "Нәтижесі – өтініш;", opening="1) қызметкер", line={"gap": 1}), ("break", "sentence_over")),
    (border("осы қаулының 5-", "Қосымшасына"), ("join", "mid_phrase")),
    (border("осы қаулы", "ресми жарияланған"), ("join", "mid_phrase")),
    (border("жылғы 3 наурыздағы № 214", "Қазақстан Республикасы", PRINTED), ("join", "open_number")),
    (border("туралы» 2003 жылғы", "8 ақпандағы Қазақстан", PRINTED), ("join", "open_date")),
    (border("2021 жылғы 5 наурыздағы", "№ 104 бұйрығына", PRINTED), ("join", "open_date")),
    (border("Республикасының Еңбек кодексіне және Қазақстан", "Республикасының Заңына", PRINTED), ("join", "open_date")),
    (border("Заңының 25-бабы", "1-тармағының 12) тармақшасына", PRINTED, line={"gap": 1}), ("join", "open_place")),
    (border("мәтін аяқталды.", "5-тармақтың 2) тармақшасы", PRINTED), ("break", "sentence_over")),
    (border("№ 714 қаулысына 1", "-қосымша", PRINTED, line={"gap": 1}), ("join", "number_and_word")),
    (border("министрі Б. Сырымбетов", "«КЕЛІСІЛДІ»"), ("break", "agreed")),
    (border("субсидияның аударылғаны туралы", "хабарлама не Стандарттың 2) тармақшасында"), ("join", "mid_phrase")),
    (border("аяқталды.", "Басқа мәтін"), ("break", "sentence_over")),
    (border("аяқталды.", "Басқа мәтін", full=True), ("join", "filled")),
    (border("аяқталды.)", "Басқа мәтін"), ("break", "sentence_over")),
    (border("қызмет регламенті", "Жалпы мәтін"), ("break", "title_over")),
    (border("қызмет регламенті", "Жалпы мәтін", full=True), ("join", "filled")),
    (border("қызмет регламенті", "Жалпы мәтін", full=True, line={"gap": 1}), ("break", "title_over")),
    (border("Мәтін", "2. Басқа мәтін"), ("break", "numbered")),
    (border("Мәтін", "Абай облысы әкімдігінің 2019 жылғы 5", line={"gap": 1}), ("break", "info_line")),
    (border("Мәтін", "Басқа", full=True), ("join", "filled")),
    (border("Мәтін", "Басқа"), ("break", "filled")),
    (border("мәтіннің ортасы", "Астана", line={"gap": 1, "filled": True}, full=True), ("break", "printed_gap")),
]  # fmt: skip


@pytest.mark.parametrize(("place", "expected"), BORDERS)
def test_border(place: Border, expected: tuple[str, str]) -> None:
    assert decide(place) == expected


def test_every_rule_has_a_row() -> None:
    assert {rule.__name__ for rule in RULES} == {name for _, (_, name) in BORDERS}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ["      Бірінші азат жол", "жалғасы."] * 20,
            {"indented": True, "spaced": False, "wrapped": True, "trailing_blanks": False},
        ),
        (["", "      Бірінші азат жол", "жалғасы."] * 20, {"indented": True, "spaced": True}),
        (["Бірінші азат жол ", "жалғасы."] * 20, {"indented": False, "wrapped": True, "trailing_blanks": True}),
        (
            ["Бірінші азат жол.", "Екінші азат жол."] * 20,
            {"indented": False, "wrapped": False, "trailing_blanks": False},
        ),
        (["Бірінші азат жол", "жалғасы осы."] * 20, {"wrapped": True}),
        (["Бірінші азат жол " * 12, "жалғасы осы."] * 20, {"wrapped": False}),
        (["Бірінші  азат жол осы", "Екінші азат  жол осы"] * 20, {"spread": True}),
        (
            ["Бірінші азат жол осы", "Екінші азат жол осы"] * 9 + ["Осы қаулының  сәйкес;1-қосымшасына"],
            {"spread": False},
        ),
        (["Жалғыз жол"], {"indented": False, "wrapped": False}),
    ],
)
def test_layout(rows: list[str], expected: dict[str, bool]) -> None:
    lines, at, gap = [], 0, 0
    for row in rows:
        if row.strip():
            lines.append(Line(at, at + len(row), gap, indent=len(row) - len(row.lstrip())))
            gap = 0
        else:
            gap += 1
        at += len(row) + 1
    layout = Layout.of("\n".join(rows) + "\n", lines)
    assert {name: getattr(layout, name) for name in expected} == expected


def test_repairs_say_what_stood_there() -> None:
    """Every repair of the sample quotes the input at its source places, and the text at its span."""
    source = TEXT_FILE.read_text(encoding="utf-8-sig")
    act = parse(TEXT_FILE)
    assert {repair.kind for repair in act.repairs} >= {"line_join", "page_break", "link_restored", "homoglyph"}
    for repair in act.repairs:
        assert act.text[slice(*repair.span)] == repair.after
        if repair.kind in {"line_join", "page_break"}:
            ((start, end),) = repair.source
            assert source[start:end].strip() == ""
            assert "\n" in source[start:end]
        elif repair.kind == "link_restored":
            assert "".join(source[start:end] for start, end in repair.source).replace("\n", "") == repair.before
        elif repair.kind == "blank_run":
            ((start, end),) = repair.source
            assert source[start:end] == repair.before


def test_a_link_without_a_place_is_told_where_it_stands() -> None:
    lines = [
        "      1. Осы қаулының  және осы бұйрықтың  сәйкес болсын;Қазына",
        "      2. Осы қаулы қолданысқа енгізіледі.",
    ]
    act = parse("\n".join(["      0. Бұл бірінші жол осында тұрады және өте ұзын болып", *lines] * 4).encode(), "a.txt")
    for problem in act.problems:
        if problem.code == "link_unplaced" and problem.span is not None:
            assert problem.span[0] < problem.span[1]


@pytest.mark.parametrize(
    ("place", "relation"),
    [
        ("header", "repealed_by"),
        ("preamble", "legal_basis"),
        ("annex_1.point_1", "approved_by"),
        ("point_2.note", "amended_by"),
        ("header.note", "repealed_by"),
    ],
)
def test_where_an_act_is_cited_says_what_it_is_to_this_one(place: str, relation: str) -> None:
    act = parse(TEXT_FILE)
    found = {row.relation for row in act.citations if row.at == place and row.kind == "external"}
    assert found == {relation}


def test_hyphens_come_back_at_their_place_in_the_source() -> None:
    strand = Strand("осы қаулының 2қосымшасына", ((0, 100, 20), (20, 300, 5)))
    mended, hyphens = restored(strand)
    assert mended.text == "осы қаулының 2-қосымшасына"
    assert hyphens == (14,)
    assert mended.runs == ((0, 100, 14), (15, 114, 6), (21, 300, 5))


KAZAKH = shapes_of("kk")


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("осы қаулының  сәйкес;1-қосымшасына", "осы қаулының 1-қосымшасына сәйкес;"),
        # one link, two holes that fit it alike: refused
        ("осы қаулының  сәйкес, осы бұйрықтың  сәйкес;1-қосымшасына", None),
        # the word before a hole counts more than the word behind it
        (
            "осы қаулының  туралы және мұнда  сәйкес;1-қосымшасына",
            "осы қаулының 1-қосымшасына туралы және мұнда сәйкес;",
        ),
        # nothing is missing: what stands at the end stays there
        ("осы қаулының 1-қосымшасына сәйкес; 2-қосымшасына", None),
    ],
)
def test_a_link_goes_where_one_place_is_best(line: str, mended: str | None) -> None:
    placement, _ = place(line, "", KAZAKH)
    assert (mend(line, 0, placement).text if placement else None) == mended


def test_runs_of_blanks_and_normal_forms_are_on_record_where_they_stood() -> None:
    text = "Қаулы туралы\n1. Осы   қаулы  ұйымның атауы мен   үйі.\n2. Осы й\u00adи қаулы.\n3. Бұл    бұйрық.\n"
    source = unicodedata.normalize("NFD", text)
    act = parse(source.encode(), "a.txt")
    kinds = [repair.kind for repair in act.repairs]
    assert kinds.count("blank_run") == 4
    assert "normalised" in kinds
    for repair in act.repairs:
        assert act.text[slice(*repair.span)] == repair.after
        assert "".join(source[start:end] for start, end in repair.source) == repair.before
    assert act.text == "Қаулы туралы\n1. Осы қаулы ұйымның атауы мен үйі.\n2. Осы йи қаулы.\n3. Бұл бұйрық."


def test_what_stands_in_a_cited_title_is_no_reference_of_its_own() -> None:
    text = '1. "Заңның 5-бабын бекіту туралы" Қазақстан Республикасы Қаржы министрінің 2015 жылғы 5 мамырдағы № 17 бұйрығы (Заңның 7-бабы бойынша № 1 тіркелген) және Заңның 9-бабы.'
    act = parse(f"Қаулы туралы\n{text}\n2. Осы қаулы.\n".encode(), "a.txt")
    assert [row.pinpoint for row in act.citations if row.kind == "defined_term"] == [{"article": ("9",)}]


@pytest.mark.parametrize(
    ("before", "target"),
    [
        ("", None),
        ("Осы қаулының 1-тармағы бойынша.\n", None),
        ("Осы қаулының 1-тармағына сәйкес ", "point_1.subpoint_2"),
    ],
)
def test_a_place_named_before_stands_in_the_same_paragraph(before: str, target: str | None) -> None:
    text = f"Қаулы туралы\n1. Мыналар:\n1) бір;\n2) екі.\n2. {before}сол тармақтың 2) тармақшасы қолданылады.\n3. Осы қаулы.\n"
    act = parse(text.encode(), "a.txt")
    row = next(row for row in act.citations if row.text.startswith("сол"))
    assert (row.target, row.resolution) == (target, "resolved" if target else "unresolved")


def test_lost_hyphens_are_on_record_where_they_came_back() -> None:
    text = "Қаулы туралы\n1. Бірінші.\n2. Осы қаулының 2қосымшасына және осы қаулының 3қосымшасына сәйкес.\n3. Осы қаулы.\n"
    act = parse(text.encode(), "a.txt")
    back = [repair for repair in act.repairs if repair.kind == "hyphen_restored"]
    assert [act.text[slice(*repair.span)] for repair in back] == ["-", "-"]
    assert [act.text[repair.span[0] - 1 : repair.span[1] + 7] for repair in back] == ["2-қосымша", "3-қосымша"]


def test_a_term_must_be_defined_a_form_need_not() -> None:
    text = "Қаулы туралы\n1. Стандарттың 9-тармағы және № 086/е нысан.\n2. Осы қаулы.\n3. Бұйрық.\n"
    act = parse(text.encode(), "a.txt")
    assert [(row.kind, row.resolution) for row in act.citations] == [
        ("defined_term", "unresolved"),
        ("form", "resolved"),
    ]
    assert [problem.code for problem in act.problems if problem.code.startswith("term")] == ["term_undefined"]
