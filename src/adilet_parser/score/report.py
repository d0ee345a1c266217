"""Scores of a corpus against its gold: per act, worst act, micro and macro, with counts; floors that must hold."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz.distance import LCSseq

from adilet_parser.model.act import Act
from adilet_parser.pipeline import parse
from adilet_parser.score.gold import ACT_FIELDS, FIELDS, Gold, Row
from adilet_parser.score.match import ListScore, Tally, canonical, score_list


@dataclass(slots=True)
class ActScore:
    """How one file of one act came out."""

    name: str
    seconds: float
    lists: dict[str, ListScore]
    header: Tally
    text: Tally
    conserved: bool
    crashed: str | None = None
    differences: list[dict[str, Any]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Strict F1 over all rows of all lists, the header's fields and the paragraphs aside."""
        return total(score.strict for score in self.lists.values()).f1


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of counts."""
    result = Tally()
    for tally in tallies:
        result += tally
    return result


def score_file(path: Path, gold: Gold) -> ActScore:
    """Parses a file and scores it; a crash counts as all missed."""
    start = time.perf_counter()
    try:
        act = parse(path)
        crashed = None
    except Exception as error:  # a crash is a result to be reported, not the end of the run
        act, crashed = None, f"{type(error).__name__}: {error}"
    seconds = time.perf_counter() - start
    name = f"{gold.name}/{path.name}"
    if act is None:
        lists = {key: score_list(key, rows, []) for key, rows in gold.lists.items()}
        header = Tally(0, 0, len(ACT_FIELDS))
        return ActScore(name, seconds, lists, header, Tally(0, 0, len(_lines(gold))), False, crashed)
    return score_act(name, act, gold, seconds)


def score_act(name: str, act: Act, gold: Gold, seconds: float = 0.0) -> ActScore:
    """Scores a parsed act."""
    data = json.loads(act.model_dump_json(include={"act", *FIELDS}))
    want, have = told(gold.lists), told({key: data[key] for key in FIELDS})
    lists = {key: score_list(key, want[key], have[key]) for key in FIELDS}
    header, differences = _header(gold.act, data["act"])
    paragraphs, found = _lines(gold), act.text.split("\n")
    text = Tally(LCSseq.similarity(paragraphs, found), len(found), len(paragraphs))
    missing = [line for line in paragraphs if line not in set(found)]
    differences += [{"list": "text", "missing": line} for line in missing]
    return ActScore(name, seconds, lists, header, text, act.conservation.exact, None, differences)


def told(lists: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The lists with what an index leads to in place of the index: one row more or less must not make all later wrong."""

    def led(name: str, field_: str, index: int | None) -> object:
        rows = lists[name]
        return rows[index][field_] if index is not None and 0 <= index < len(rows) else None

    steps = [{**row, "durations": [led("durations", "text", at) for at in row["durations"]]} for row in lists["steps"]]
    amendments = [
        {**row, "target_act": [led("citations", name, row["target_act"]) for name in ("adopted_on", "number")]}
        for row in lists["amendments"]
    ]
    return {**lists, "steps": steps, "amendments": amendments}


def _lines(gold: Gold) -> list[str]:
    lines = list(gold.lines)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _header(gold: Row, predicted: Row) -> tuple[Tally, list[dict[str, Any]]]:
    tally, differences = Tally(), []
    for name in ACT_FIELDS:
        tally.gold += 1
        tally.predicted += 1
        if canonical(gold[name]) == canonical(predicted[name]):
            tally.hit += 1
        else:
            differences.append({"list": "act", "field": name, "gold_and_parser": [gold[name], predicted[name]]})
    return tally, differences


def as_json(scores: list[ActScore]) -> dict[str, Any]:
    """The whole report as data."""
    return {
        "acts": [
            {
                "name": score.name,
                "seconds": round(score.seconds, 4),
                "f1": score.f1,
                "conserved": score.conserved,
                "crashed": score.crashed,
                "act": _counts(score.header),
                "text": _counts(score.text),
                "lists": {name: _list(part) for name, part in score.lists.items()},
                "differences": score.differences
                + [difference for part in score.lists.values() for difference in part.differences],
            }
            for score in scores
        ],
        "micro": {name: _list(merged(scores, name)) for name in FIELDS},
        "macro_f1": sum(score.f1 for score in scores) / len(scores) if scores else 0.0,
        "worst": min(scores, key=lambda score: score.f1).name if scores else None,
    }


def merged(scores: list[ActScore], name: str) -> ListScore:
    """One list over all acts."""
    result = ListScore()
    for score in scores:
        result += score.lists[name]
    return result


def _counts(tally: Tally) -> dict[str, float]:
    return {
        "f1": tally.f1, "precision": tally.precision, "recall": tally.recall,
        "hit": tally.hit, "predicted": tally.predicted, "gold": tally.gold,
    }  # fmt: skip


def _list(score: ListScore) -> dict[str, Any]:
    return {
        "strict": _counts(score.strict),
        "soft": _counts(score.soft),
        "fields": _counts(score.fields),
        "wrong": score.wrong,
        "missing": score.missing,
        "refused": score.refused,
    }


def as_text(scores: list[ActScore]) -> str:
    """The report as a table for people; counts stand beside every figure."""
    rows = [
        f"{'list':<14}{'strict F1':>10}{'P':>7}{'R':>7}{'soft F1':>9}{'fields':>8}   hit/predicted/gold  wrong missing refused"
    ]
    for name in FIELDS:
        part = merged(scores, name)
        if not part.strict.gold and not part.strict.predicted:
            continue
        s = part.strict
        rows.append(
            f"{name:<14}{s.f1:>10.4f}{s.precision:>7.3f}{s.recall:>7.3f}{part.soft.f1:>9.4f}{part.fields.f1:>8.4f}"
            f"   {f'{s.hit}/{s.predicted}/{s.gold}':<20}{part.wrong:>5}{part.missing:>8}{part.refused:>8}"
        )
    rows.append("")
    rows.append(f"{'act':<52}{'F1':>8}{'header':>9}{'paragraphs':>16}{'conserved':>11}{'seconds':>9}")
    for score in sorted(scores, key=lambda entry: entry.f1):
        rows.append(
            f"{score.name[-50:]:<52}{score.f1:>8.4f}{f'{score.header.hit}/{score.header.gold}':>9}"
            f"{f'{score.text.hit}/{score.text.predicted}/{score.text.gold}':>16}"
            f"{'yes' if score.conserved else 'NO':>11}{score.seconds:>9.3f}"
            + (f"  crashed: {score.crashed}" if score.crashed else "")
        )
    if scores:
        macro = sum(score.f1 for score in scores) / len(scores)
        rows.append(f"macro F1 {macro:.4f} over {len(scores)} files; the worst stands first")
    return "\n".join(rows)


def below_floor(scores: list[ActScore], floors: dict[str, Any]) -> list[str]:
    """What fell below its floor.

    Floors: `LIST` (micro strict F1), `act` (header facts), `text`, `conserved` (worst file), and `acts`, an object of
    act names with the lowest F1 of any of their files.
    """
    found = []
    for name, floor in floors.items():
        if name == "acts":
            for score in scores:
                lowest = floor.get(score.name.partition("/")[0], 0.0)
                if score.f1 < lowest:
                    found.append(f"{score.name}: {score.f1:.4f} is below its floor {lowest:.4f}")
            continue
        if name in FIELDS:
            value = merged(scores, name).strict.f1
        elif name == "act":
            value = total(score.header for score in scores).f1
        elif name == "text":
            value = min((score.text.f1 for score in scores), default=0.0)
        elif name == "conserved":
            value = min((float(score.conserved) for score in scores), default=0.0)
        else:
            found.append(f"{name}: no such figure; known are acts, act, text, conserved, {', '.join(FIELDS)}")
            continue
        if value < floor:
            found.append(f"{name}: {value:.4f} is below its floor {floor:.4f}")
    return found
