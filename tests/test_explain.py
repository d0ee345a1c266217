"""Every record can be explained: rule, words, repairs, source."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from adilet_parser import Act, parse
from adilet_parser.cli import app
from adilet_parser.explain import NoSuchPlaceError, explain
from adilet_parser.model.act import RECORD_LISTS
from tests.conftest import PDF_FILE, ROOT, TEXT_FILE

SOURCE = TEXT_FILE.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("name", [name for name in RECORD_LISTS if name != "amendments"])
def test_every_record_has_its_lines(text_act: Act, name: str) -> None:
    for index, record in enumerate(getattr(text_act, name)):
        (found,) = explain(text_act, f"{name}[{index}]", SOURCE)
        assert (found.rule, found.span) == (record.rule, record.span)
        for place in found.source:
            assert place.line is not None
            assert place.printed == SOURCE.split("\n")[place.line - 1].rstrip("\r")
        # the words of the record are the words of its places in the source
        printed = "".join(SOURCE[place.start : place.end] for place in found.source)
        assert "".join(printed.split()) == "".join(found.text.split()) or found.repairs


def test_a_displaced_link_is_explained(text_act: Act) -> None:
    index = next(i for i, row in enumerate(text_act.citations) if row.text == "осы қаулының 2-қосымшасына")
    (found,) = explain(text_act, f"citations[{index}]", SOURCE)
    assert [(change.kind, change.after) for change in found.repairs] == [("link_restored", "2-қосымшасына")]
    assert [SOURCE[place.start : place.end] for place in found.source] == ["осы қаулының", "2-қосымшасына"]
    assert found.says["target"] == "annex_2"


def test_a_place_has_all_its_records(pdf_act: Act) -> None:
    found = explain(pdf_act, "annex_13.point_5.subpoint_2")
    assert [row.record.partition("[")[0] for row in found] == ["points", "steps", "durations"]
    assert {place.box.page for row in found for place in row.source if place.box} == {38}


def test_a_place_without_records_is_explained_too() -> None:
    (found,) = explain(parse(ROOT / "corpus" / "vko-2015-214" / "clean.txt"), "signature")
    assert found.rule is None
    assert found.text


def test_an_unknown_place_names_its_neighbours(text_act: Act) -> None:
    with pytest.raises(NoSuchPlaceError) as caught:
        explain(text_act, "annex_13.point_55")
    assert "annex_13.point_5" in caught.value.near


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("annex_1.point_2", 0),
        ("steps[3]", 0),
        ("steps 3", 0),
        ("steps[9999]", 2),
        ("nothing", 2),
        ("", 2),
        ("steps[-1]", 2),
    ],
)
def test_the_command(at: str, code: int) -> None:
    done = CliRunner().invoke(app, ["explain", str(TEXT_FILE), at])
    assert done.exit_code == code, done.output
    assert done.output.strip()


def test_the_command_speaks_json() -> None:
    done = CliRunner().invoke(app, ["explain", str(PDF_FILE), "durations[0]", "--format", "json"])
    (found,) = json.loads(done.stdout)
    assert found["source"][0]["box"]["page"] > 0
