"""Gold rows against parser rows: one to one, strict and soft, field by field and whole."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from adilet_parser.score.gold import FIELDS, Row

# Fields in which likeness will do for a soft match; all others are strict always (numbers, dates, durations, targets)
SOFT = frozenset(["title", "service", "text", "actor", "action", "result", "meaning", "issuer", "new_text"])
ALIKE = 90.0
"""Least rapidfuzz ratio (0 to 100) of two texts that match softly."""


@dataclass(slots=True)
class Tally:
    """Counts behind one precision and recall."""

    hit: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of predicted rows that are right; 1.0 if nothing was predicted and nothing was to be found."""
        return self.hit / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of gold rows that were found."""
        return self.hit / self.gold if self.gold else float(not self.predicted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1.0 on empty against empty."""
        if not self.gold and not self.predicted:
            return 1.0
        return 2 * self.hit / (self.predicted + self.gold)

    def __iadd__(self, other: Tally) -> Tally:
        self.hit += other.hit
        self.predicted += other.predicted
        self.gold += other.gold
        return self


@dataclass(slots=True)
class ListScore:
    """One list: whole records strict and soft, fields, and what went wrong."""

    strict: Tally = field(default_factory=Tally)
    soft: Tally = field(default_factory=Tally)
    fields: Tally = field(default_factory=Tally)
    wrong: int = 0
    missing: int = 0
    refused: int = 0
    differences: list[dict[str, Any]] = field(default_factory=list)

    def __iadd__(self, other: ListScore) -> ListScore:
        self.strict += other.strict
        self.soft += other.soft
        self.fields += other.fields
        self.wrong += other.wrong
        self.missing += other.missing
        self.refused += other.refused
        self.differences += other.differences
        return self


def canonical(value: Any) -> str:
    """A value in one spelling, so that equal values are equal strings."""
    if isinstance(value, str):
        return " ".join(value.split())
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def score_list(name: str, gold: list[Row], predicted: list[Row]) -> ListScore:
    """Scores the rows of one list; rows that nobody claims are false positives, never dropped."""
    fields = FIELDS[name]
    score = ListScore()
    pairs = _pairs(fields, gold, predicted)
    score.strict = Tally(0, len(predicted), len(gold))
    score.soft = Tally(0, len(predicted), len(gold))
    for left, right in pairs:
        strict = all(canonical(gold[left][f]) == canonical(predicted[right][f]) for f in fields)
        score.strict.hit += strict
        score.soft.hit += strict or _soft(fields, gold[left], predicted[right])
        score.fields += _field_tally(fields, gold[left], predicted[right])
        if not strict:
            score.wrong += 1
            score.differences.append(_difference(name, fields, gold[left], predicted[right]))
        if gold[left].get("target") is not None and predicted[right].get("target") is None:
            score.refused += 1
    for index in sorted(set(range(len(gold))) - {left for left, _ in pairs}):
        score.missing += 1
        score.fields += _field_tally(fields, gold[index], None)
        score.differences.append({"list": name, "missing": gold[index]})
    for index in sorted(set(range(len(predicted))) - {right for _, right in pairs}):
        score.fields += _field_tally(fields, None, predicted[index])
        score.differences.append({"list": name, "invented": {f: predicted[index][f] for f in fields}})
    return score


def _difference(name: str, fields: tuple[str, ...], gold: Row, predicted: Row) -> dict[str, Any]:
    changed = {f: [gold[f], predicted[f]] for f in fields if canonical(gold[f]) != canonical(predicted[f])}
    return {"list": name, "at": gold.get("at", gold.get("annex")), "gold_and_parser": changed}


def _soft(fields: tuple[str, ...], gold: Row, predicted: Row) -> bool:
    return all(
        canonical(gold[f]) == canonical(predicted[f])
        or (f in SOFT and gold[f] and predicted[f] and fuzz.ratio(canonical(gold[f]), canonical(predicted[f])) >= ALIKE)
        for f in fields
    )


def _field_tally(fields: tuple[str, ...], gold: Row | None, predicted: Row | None) -> Tally:
    """Fields that are filled on one side or both; empty fields on both sides count for nothing."""
    tally = Tally()
    for name in fields:
        want = gold is not None and gold[name] is not None
        have = predicted is not None and predicted[name] is not None
        tally.gold += want
        tally.predicted += have
        tally.hit += want and have and canonical(gold[name]) == canonical(predicted[name])  # type: ignore[index]
    return tally


def _pairs(fields: tuple[str, ...], gold: list[Row], predicted: list[Row]) -> list[tuple[int, int]]:
    """One-to-one pairs: equal rows first, then the best assignment of the rest by likeness."""
    pairs: list[tuple[int, int]] = []
    waiting: dict[str, list[int]] = {}
    for index, row in enumerate(predicted):
        waiting.setdefault("|".join(canonical(row[f]) for f in fields), []).append(index)
    left: list[int] = []
    for index, row in enumerate(gold):
        same = waiting.get("|".join(canonical(row[f]) for f in fields))
        if same:
            pairs.append((index, same.pop(0)))
        else:
            left.append(index)
    right = sorted(index for indices in waiting.values() for index in indices)
    if left and right:
        pairs += _assigned(fields, gold, predicted, left, right)
    return sorted(pairs)


def _assigned(
    fields: tuple[str, ...], gold: list[Row], predicted: list[Row], left: list[int], right: list[int]
) -> list[tuple[int, int]]:
    """Optimal assignment; two rows may be paired only where they share their place or most of their fields."""
    from scipy.optimize import linear_sum_assignment

    likeness = [[_likeness(fields, gold[i], predicted[j]) for j in right] for i in left]
    rows, columns = linear_sum_assignment(likeness, maximize=True)
    return [(left[i], right[j]) for i, j in zip(rows, columns, strict=True) if likeness[i][j] >= 0.5]


def _likeness(fields: tuple[str, ...], gold: Row, predicted: Row) -> float:
    """Share of equal fields, texts by their ratio; from 0 to 1."""
    total = 0.0
    for name in fields:
        one, two = canonical(gold[name]), canonical(predicted[name])
        total += 1.0 if one == two else fuzz.ratio(one, two) / 200 if name in SOFT else 0.0
    return total / len(fields)
