"""What is done in a step: its words without durations, and the cases that its time or its next step depends on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adilet_parser.language.actors import DONE, FINITE
from adilet_parser.language.procedures import (
    BETWEEN_CASES,
    BRACKET,
    BRACKET_LABEL,
    BRANCH,
    CASE,
    CASES,
    COLON,
    CONDITIONAL,
    DASH_AFTER,
    DASHES,
    MARK_APART,
    MARKS,
    NEXT_CASES,
    PERIOD,
    TIME_LABEL,
    WORD_AFTER,
)
from adilet_parser.model.base import Span
from adilet_parser.model.records import Branch

LONGEST_LABEL = 30
Timed = Sequence[tuple[Span, int]]
"""Durations as their places and their indices among all of the act."""


@dataclass(frozen=True, slots=True)
class Deed:
    """The stretches of an action, the step's durations, and its conditions."""

    pieces: list[Span]
    durations: list[int]
    branches: tuple[Branch, ...] = ()
    conditions: tuple[str, ...] = ()


def deed_of(text: str, lines: Sequence[Span], end: int, timed: Timed) -> Deed:
    """The deed in an item of `lines`, up to `end`; `timed` are the durations in it."""
    start, first_end = lines[0]
    head = text[start : min(first_end, end)].rstrip()
    below = [line for line in lines[1:] if line[0] < end]
    if head.endswith(":") and below:
        if timed:
            own = [(span, index) for span, index in timed if span[1] <= first_end]
            cut = cut_durations(text, start, start + len(head) - 1, own)
            return _cases_below(text, cut, below, timed)
        if all(CONDITIONAL.search(text, *line) for line in below):
            return Deed([(start, start + len(head) - 1)], [], (), (text[below[0][0] : end].strip(" ;.\n"),))
    leads = NEXT_CASES.search(text, start, end)
    if leads is not None:
        return Deed([(start, leads.start())], [i for _, i in timed], (), (text[leads.end() : end].strip(" ;.\n"),))
    cases = CASES.search(text, start, timed[0][0][0]) if len(timed) > 1 else None
    if cases is None and len(timed) > 1 and (colon := text.find(": ", start, timed[0][0][0])) > 0:
        # "келіседі: аудан ішінде 3 жұмыс күні, ауданаралықта бес жұмыс күні ішінде"
        verb = FINITE.search(text, colon, end) or DONE.search(text, colon, end)
        cases = COLON.match(text, colon) if verb is None else None
    if cases is not None:
        return Deed([(start, cases.start())], [i for _, i in timed], _inline_cases(text, cases.end(), timed))
    return cut_durations(text, start, end, timed)


def _cases_below(text: str, head: Deed, below: Sequence[Span], timed: Timed) -> Deed:
    """ "тексереді:" and a line for each case: "толық болса – 3 жұмыс күні"."""
    branches = []
    for (low, _), index in timed:
        line = next((line for line in below if line[0] <= low < line[1]), None)
        condition = BRANCH.match(text[line[0] : low]) if line is not None else None
        if condition:
            branches.append(Branch(condition=condition["condition"].strip(), duration=index))
    return Deed(head.pieces, [index for _, index in timed], tuple(branches))


def _inline_cases(text: str, at: int, timed: Timed) -> tuple[Branch, ...]:
    """ "тексереді: бір айдын болған кезде – 1 жұмыс күні, екі айдын болған кезде – 3 жұмыс күні"."""
    branches = []
    for (low, high), index in timed:
        condition = CASE.match(text[at:low])
        if condition:
            branches.append(Branch(condition=condition["condition"].strip(), duration=index))
        at = high
    return tuple(branches)


def cut_durations(text: str, start: int, end: int, timed: Timed) -> Deed:
    """The item without its durations, what leads to them, and the brackets behind them.

    A duration inside a bracket is part of what the bracket says, and no time of the step, unless it stands there alone
    ("береді (15 минут)") or behind the time of the usual case ("3 жұмыс күні (телнұсқа – 1 жұмыс күні)").
    """
    pieces: list[Span] = []
    branches: list[Branch] = []
    conditions: list[str] = []
    kept: list[int] = []
    at = start
    bracketed = all(_alone_in_bracket(text, span) for span, _ in timed)
    for (low, high), index in timed:
        if low < at:
            continue
        between = BETWEEN_CASES.match(text, at, low) if kept and at > start else None
        if between is not None and between.end() == low:
            # "4 жұмыс күні ішінде, толық емес құжаттар бойынша – 2 жұмыс күні": another case, no words of the action
            branches.append(Branch(condition=between["condition"].strip(), duration=index))
            kept.append(index)
            at = high
            continue
        if text.count("(", at, low) > text.count(")", at, low):
            opening = text.rfind("(", at, low)
            if not bracketed and (len(timed) > 1 or not _alone_in_bracket(text, (low, high))):
                continue
            pieces.append((at, opening))
            kept.append(index)
            at = high + 1
            continue
        label = TIME_LABEL.match(text, at, low)
        pieces.append((at, label.start() if label else low))
        kept.append(index)
        within = PERIOD.match(text, high, end)
        at = high = within.end() if within is not None else high
        if not text[start:low].strip() and (first := DASH_AFTER.match(text, high, end)) is not None:
            # "15 минут ішінде – кеңсе маманы ..."
            at = first.end()
        elif label is not None and label.group().strip() in DASHES:
            # "басшысы – 1 жұмыс күні – қарайды", "қызметкері – 30 минут ішінде құжаттарды беру"
            second = DASH_AFTER.match(text, high, end)
            if second is not None:
                at = second.end()
            elif WORD_AFTER.match(text, high, end):
                pieces[-1] = (pieces[-1][0], low)
        bracket = BRACKET.match(text, at, end)
        if bracket is not None:
            conditions.append(bracket["condition"].strip())
            for (inner, last), other in timed:
                if (
                    bracket.start() < inner
                    and last < bracket.end()
                    and (case := CASE.match(text[bracket.start("condition") : inner]))
                ):
                    branches.append(Branch(condition=case["condition"].strip(), duration=other))
                    kept.append(other)
            at = bracket.end()
    pieces.append((at, end))
    return Deed(pieces, kept, tuple(branches), tuple(conditions))


def _alone_in_bracket(text: str, time: Span) -> bool:
    """Whether a bracket holds a time and nothing else: "(2 сағат)", "(ұзақтығы 2 сағат)"."""
    opening = text.rfind("(", max(0, time[0] - LONGEST_LABEL), time[0])
    inside = text[opening + 1 : time[0]].strip()
    told = opening >= 0 and (not inside or BRACKET_LABEL.fullmatch(inside) is not None)
    return told and text[time[1] : time[1] + 1] == ")"


def without_marks(text: str, pieces: Sequence[Span]) -> list[Span]:
    """The pieces without blanks at their ends, the last one without its closing marks; empty ones are left out."""
    trimmed = []
    for start, end in pieces:
        body = text[start:end]
        low, high = start + len(body) - len(body.lstrip()), start + len(body.rstrip())
        if low < high:
            trimmed.append((low, high))
    while trimmed:
        low, high = trimmed.pop()
        high = low + len(MARKS.sub("", text[low:high]))
        if low < high:
            return [*trimmed, (low, high)]
    return []


def told(text: str, pieces: Sequence[Span]) -> str:
    """The words of the pieces: one blank between them, none before a mark."""
    return MARK_APART.sub("", " ".join(text[low:high].replace("\n", " ") for low, high in pieces))
