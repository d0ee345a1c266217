"""The scorer: planted faults must lower the right figure, and bad gold must be refused."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from adilet_parser import Act
from adilet_parser.score import report
from adilet_parser.score.gold import ACT_FIELDS, FIELDS, Gold, GoldError, load, validate
from adilet_parser.score.match import Tally, score_list
from adilet_parser.score.report import as_json, as_text, below_floor, score_act, score_file
from tests.conftest import TEXT_FILE


def gold_of(act: Act) -> Gold:
    """An act's own output as gold: for testing the scorer, never for scoring the parser."""
    data = json.loads(act.model_dump_json())
    lists = {name: [{f: row.get(f) for f in fields} for row in data[name]] for name, fields in FIELDS.items()}
    facts = {name: data["act"][name] for name in ACT_FIELDS}
    return Gold("made", facts, lists, tuple(act.text.split("\n")))


def figures(act: Act, gold: Gold) -> dict[str, float]:
    score = score_act("made", act, gold)
    found = {name: part.strict.f1 for name, part in score.lists.items()}
    return {**found, "text": score.text.f1, "act": score.header.f1}


def test_the_same_scores_one(text_act: Act) -> None:
    assert set(figures(text_act, gold_of(text_act)).values()) == {1.0}


def change(rows: list[dict[str, Any]], index: int, **fields: Any) -> list[dict[str, Any]]:
    return [{**row, **fields} if number == index else row for number, row in enumerate(rows)]


PLANTED = [
    ("steps", lambda rows: rows[:-1]),  # a step dropped
    ("steps", lambda rows: [*rows, rows[0]]),  # a record doubled
    ("durations", lambda rows: change(rows, 3, iso8601="PT31M")),
    ("durations", lambda rows: change(rows, 3, at="annex_9.point_9")),
    ("citations", lambda rows: change(rows, 5, target="annex_9")),
    ("citations", lambda rows: change(rows, 2, number="273")),
    ("points", lambda rows: change(rows, 7, text="басқа")),
    ("annexes", lambda rows: change(rows, 7, header_present=False)),
    ("chapters", lambda rows: rows[1:]),
    ("notes", lambda rows: change(rows, 1, by_number="1")),
    ("defined_terms", lambda rows: change(rows, 1, at="annex_9")),
]


@pytest.mark.parametrize(("name", "fault"), PLANTED)
def test_a_planted_fault_lowers_its_own_figure_only(text_act: Act, name: str, fault: Any) -> None:
    data = json.loads(text_act.model_dump_json())
    data[name] = fault(data[name])
    broken = score_rows(text_act, data)
    assert broken[name] < 1.0
    assert {value for key, value in broken.items() if key != name} == {1.0}


def score_rows(act: Act, data: dict[str, Any]) -> dict[str, float]:
    gold = gold_of(act)
    return {name: score_list(name, rows, data[name]).strict.f1 for name, rows in gold.lists.items()}


def test_a_moved_link_lowers_text_and_points(text_act: Act) -> None:
    text = text_act.text.replace("осы қаулының 1-қосымшасына сәйкес;", "осы қаулының сәйкес;1-қосымшасына", 1)
    broken = text_act.model_copy(update={"text": text})
    found = figures(broken, gold_of(text_act))
    assert found["text"] < 1.0
    score = score_act("made", broken, gold_of(text_act))
    assert any(d["list"] == "text" for d in score.differences)


def test_a_wrong_header_lowers_act(text_act: Act) -> None:
    broken = text_act.model_copy(update={"act": text_act.act.model_copy(update={"number": "44"})})
    assert figures(broken, gold_of(text_act))["act"] < 1.0


def test_a_crash_is_all_missed(text_act: Act, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(path: Path) -> Act:
        raise RuntimeError("planted")

    monkeypatch.setattr(report, "parse", crash)
    score = score_file(TEXT_FILE, gold_of(text_act))
    assert score.crashed == "RuntimeError: planted"
    assert score.f1 == 0.0
    assert score.text.f1 == 0.0
    assert below_floor([score], {"points": 0.1, "text": 0.1, "conserved": 1.0, "act": 0.1})


def test_soft_matches_forgive_wording_but_never_numbers() -> None:
    gold: list[dict[str, Any]] = [
        {"at": "a", "term": "Стандарт", "meaning": "мемлекеттік көрсетілетін қызмет стандарты"}
    ]
    near = [{"at": "a", "term": "Стандарт", "meaning": "мемлекеттік көрсетілетін қызметтің стандарты"}]
    score = score_list("defined_terms", gold, near)
    assert (score.strict.hit, score.soft.hit, score.wrong) == (0, 1, 1)
    gold = [{"at": "a", "text": "30 (отыз) минут", "iso8601": "PT30M", "calendar": None, "bound": "exact"}]
    other = [{**gold[0], "iso8601": "PT31M"}]
    score = score_list("durations", gold, other)
    assert (score.strict.hit, score.soft.hit) == (0, 0)
    assert score.fields.hit == 3
    assert score.fields.gold == 4


def test_a_missing_target_counts_as_refused() -> None:
    row = dict.fromkeys(FIELDS["citations"])
    gold = [{**row, "at": "point_1", "kind": "internal", "text": "осы қаулының 1-қосымшасы", "target": "annex_1"}]
    score = score_list("citations", gold, [{**gold[0], "target": None}])
    assert (score.refused, score.wrong, score.missing) == (1, 1, 0)


@pytest.mark.parametrize(
    ("hit", "predicted", "gold", "f1"), [(0, 0, 0, 1.0), (0, 3, 0, 0.0), (0, 0, 3, 0.0), (1, 2, 2, 0.5)]
)
def test_tally(hit: int, predicted: int, gold: int, f1: float) -> None:
    assert Tally(hit, predicted, gold).f1 == f1


def test_duplicates_pair_one_to_one() -> None:
    row = {"annex": None, "number": "1", "title": "Жалпы ережелер", "level": "chapter"}
    score = score_list("chapters", [row, row], [row, row, row])
    assert (score.strict.hit, score.strict.predicted, score.strict.gold) == (2, 3, 2)


def test_report_speaks(text_act: Act) -> None:
    score = score_act("made/x.txt", text_act, gold_of(text_act), 0.1)
    assert "durations" in as_text([score])
    assert json.dumps(as_json([score]))
    assert below_floor([score], {"points": 1.0, "text": 1.0, "act": 1.0, "conserved": 1.0}) == []
    assert below_floor([score], {"pionts": 1.0}) != []
    assert below_floor([score], {"points": 1.1}) == ["points: 1.0000 is below its floor 1.1000"]


FAULTS = [
    (lambda g: g.lists["annexes"].append(g.lists["annexes"][0]), "comes more than once"),
    (lambda g: g.lists["points"].append({"at": "point_1", "text": "x"}), "comes more than once"),
    (lambda g: g.lists["durations"][0].update(text="жоқ сөз"), "is not in the text"),
    (lambda g: g.lists["steps"][0].update(result="жоқ сөз"), "is not in the text"),
    (lambda g: g.lists["points"][0].update(text="Мемлекеттік\nжоқ сөз"), "is not in the text"),
    (lambda g: g.lists["defined_terms"][0].update(meaning="жоқ сөз"), "is not in the text"),
    (lambda g: g.lists["citations"][0].update(target="annex_99"), "does not exist"),
    (lambda g: g.lists["steps"][0].update(durations=[9999]), "there is no duration"),
    (lambda g: g.lists["notes"][0].update(colour="red"), "unknown field"),
    (lambda g: g.lists["notes"][0].pop("kind"), "is missing"),
    (lambda g: g.act.pop("title"), "is missing"),
]


@pytest.mark.parametrize(("fault", "message"), FAULTS)
def test_bad_gold_is_refused(text_act: Act, fault: Any, message: str) -> None:
    gold = gold_of(text_act)
    data = {"act": gold.act, **gold.lists}
    assert validate(gold, data) == []
    broken = copy.deepcopy(gold)
    fault(broken)
    assert any(message in line for line in validate(broken, {"act": broken.act, **broken.lists}))


def test_unknown_lists_and_broken_json_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    (tmp_path / "x.txt").write_text("", encoding="utf-8")
    file.write_text("{", encoding="utf-8")
    with pytest.raises(GoldError, match="not JSON"):
        load(file)
    file.write_text('{"stpes": []}', encoding="utf-8")
    with pytest.raises(GoldError, match="unknown list"):
        load(file)
