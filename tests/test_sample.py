"""Whole acts: what must hold for any output, tried on the sample as text and as PDF."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import jsonschema
import pytest

from adilet_parser import Act, parse, repair
from adilet_parser.model.tree import Node
from adilet_parser.write.schema import json_schema
from tests.conftest import ROOT, TEXT_FILE

FACTS = (
    "act",
    "text",
    "tree",
    "annexes",
    "chapters",
    "points",
    "steps",
    "durations",
    "citations",
    "notes",
    "defined_terms",
)


@pytest.fixture(params=["text_act", "pdf_act"])
def act(request: pytest.FixtureRequest) -> Act:
    found: Act = request.getfixturevalue(request.param)
    return found


def check_invariants(act: Act) -> None:
    """Holds for every output whatever the input."""
    text = act.text
    for name in ("durations", "citations", "notes"):
        for record in getattr(act, name):
            assert text[slice(*record.span)] == record.text
    for chapter in act.chapters:
        assert text[slice(*chapter.span)] == chapter.title
    for point in act.points:
        assert point.text == "\n".join(text[slice(*piece)] for piece in point.pieces or ())
    for step in act.steps:
        assert step.action == " ".join(text[slice(*piece)].replace("\n", " ") for piece in step.pieces or ())
        assert all(step.span[0] <= act.durations[i].span[0] < step.span[1] for i in step.durations)
        assert all(step.span[0] <= act.citations[i].span[0] < step.span[1] for i in step.citations)
    for term in act.defined_terms:
        assert term.pieces is not None
        assert text[slice(*term.pieces[1])] == term.meaning
    for locators in ([row.at for row in act.annexes], [row.at for row in act.points]):
        assert max(Counter(locators).values(), default=1) == 1
    places = {annex.at for annex in act.annexes} | {point.at for point in act.points}
    assert all(citation.target in places for citation in act.citations if citation.target is not None)
    for name in ("annexes", "chapters", "points", "steps", "durations", "citations", "notes", "defined_terms"):
        spans = [record.span for record in getattr(act, name)]
        assert spans == sorted(spans) or name in {"annexes", "chapters", "points", "notes"}
        assert all(0 <= start <= end <= len(text) for start, end in spans)
    for span in [entry.span for entry in act.repairs] + [entry.span for entry in act.problems]:
        assert span is None or 0 <= span[0] <= span[1] <= len(text)
    assert act.conservation.exact or "text_not_conserved" in {entry.code for entry in act.problems}


def test_invariants(act: Act) -> None:
    check_invariants(act)


def test_leaves_spell_the_text(act: Act) -> None:
    def leaves(node: Node) -> list[Node]:
        return [node] if not node.children else [leaf for child in node.children for leaf in leaves(child)]

    assert "\n".join(leaf.text or "" for leaf in sorted(leaves(act.tree), key=lambda leaf: leaf.span)) == act.text


def test_text_and_pdf_give_the_same_act(text_act: Act, pdf_act: Act) -> None:
    for name in FACTS:
        assert getattr(text_act, name) == getattr(pdf_act, name), name
    reading = {"page_without_text", "page_text_unreadable", "link_unplaced", "encoding_guessed"}
    assert [p for p in text_act.problems if p.code not in reading] == [
        p for p in pdf_act.problems if p.code not in reading
    ]


def test_every_displaced_link_is_back(text_act: Act) -> None:
    restored = [entry for entry in text_act.repairs if entry.kind == "link_restored"]
    raw = TEXT_FILE.read_text(encoding="utf-8")
    assert all(raw[slice(*entry.source[0])] == entry.before == text_act.text[slice(*entry.span)] for entry in restored)
    assert "link_unplaced" not in {entry.code for entry in text_act.problems}
    assert all("  " not in line for line in text_act.text.split("\n"))


def test_output_is_valid_against_the_schema(act: Act) -> None:
    jsonschema.validate(json.loads(act.model_dump_json()), json_schema())


def test_the_published_schema_has_not_drifted() -> None:
    published = json.loads((ROOT / "docs" / "act.schema.json").read_text(encoding="utf-8"))
    assert published == json_schema(), "run: adilet-parser schema -o docs/act.schema.json, and raise SCHEMA_VERSION"


def test_a_record_list_and_its_rules_are_named(act: Act) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    for name in ("durations", "citations", "notes", "defined_terms", "points", "annexes"):
        for record in getattr(act, name):
            stem = record.rule.split(".")[-1].removeprefix("note_")
            assert stem in source, record.rule


def test_repair_is_stable(text_act: Act) -> None:
    again = repair((text_act.text + "\n").encode())
    assert again == text_act.text


def test_facts_survive_repair(text_act: Act) -> None:
    again = parse((text_act.text + "\n").encode(), "repaired.txt")
    for name in ("act", "annexes", "chapters", "points", "steps", "durations", "citations", "notes", "defined_terms"):
        assert getattr(again, name) == getattr(text_act, name), name


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw.replace("\n", "\r\n").encode(),
        lambda raw: b"\xef\xbb\xbf" + raw.encode(),
        lambda raw: (raw + "\n\n\n").encode(),
        lambda raw: ("\n\n" + raw).encode(),
        lambda raw: raw.encode("utf-16"),
        lambda raw: raw.replace("      ", "\u00a0" * 6).encode(),
        lambda raw: unicodedata.normalize("NFD", raw).encode(),
        lambda raw: "\n".join(line.rstrip() for line in raw.split("\n")).encode(),  # blanks at line ends lost
        lambda raw: raw.replace("      ", "    ").encode(),
        lambda raw: raw.replace("      ", "\t").encode(),
        lambda raw: re.sub(r"(?m)^ {2,}", "", raw).encode(),  # indents lost
        lambda raw: re.sub(r"\n[ ]*(?=\n)", "", raw).encode(),  # blank lines lost
        lambda raw: raw.replace("\n\n\n\n", "\n\x0c").encode(),  # form feeds for page breaks
    ],
)
def test_dress_of_the_file_changes_no_fact(change, text_act: Act) -> None:  # type: ignore[no-untyped-def]
    again = parse(change(TEXT_FILE.read_text(encoding="utf-8")), "dressed.txt")
    for name in FACTS:
        assert getattr(again, name) == getattr(text_act, name), name
    assert again.conservation.exact


@pytest.mark.parametrize("share", [0.1, 0.37, 0.5, 0.83])
def test_half_an_act_is_parsed_as_far_as_it_goes(share: float, text_act: Act) -> None:
    raw = TEXT_FILE.read_bytes()
    act = parse(raw[: int(len(raw) * share)].decode("utf-8", "ignore").encode(), "half.txt")
    check_invariants(act)
    assert "not_an_act" not in {entry.code for entry in act.problems}
    assert len(act.durations) >= 0.7 * share * len(text_act.durations)
    assert "annex_missing" in {entry.code for entry in act.problems}


def test_the_second_half_alone_is_still_an_act() -> None:
    raw = TEXT_FILE.read_text(encoding="utf-8")
    act = parse(raw[len(raw) // 2 :].encode(), "half.txt")
    check_invariants(act)
    assert act.act.number is None
    assert len(act.steps) > 20


def test_real_acts_hold_the_invariants(real_corpus: Path) -> None:
    files = [path for path in sorted((real_corpus / "real").rglob("*")) if path.suffix in {".txt", ".pdf"}]
    files = [path for path in files if path.name != "truth.txt" and path.stat().st_size < 250_000]
    assert files
    for path in files:
        act = parse(path)
        check_invariants(act)
        assert act.conservation.exact, path
        assert {entry.code for entry in act.problems if entry.severity == "error"} == set(), path
