"""What a step results in: a sentence of its own, a clause behind a comma, or a bracket."""

from __future__ import annotations

from dataclasses import dataclass

from adilet_parser.language.procedures import CLOSING, MARKS, RESULT, RESULT_BRACKET, RESULT_TIME
from adilet_parser.model.base import Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result and where the action before it ends; `own` are the indices of the step's durations."""

    action_end: int
    text: str | None
    own: tuple[int, ...]


def outcome_of(text: str, start: int, end: int, timed: list[tuple[Span, int]]) -> Outcome:
    """The result of the item `text[start:end]`; a duration in its words is none of the step, unless it stands behind it:

    `қарауы, нәтижесі – бұрыштама, ұзақтығы – 2 сағат`, `қарайды (нәтижесі – бұрыштама) 2 сағат ішінде`
    """
    mark = RESULT.search(text, start, end)
    if mark is not None:
        before = tuple(index for (_, high), index in timed if high <= mark.start())
        behind = [(span, index) for span, index in timed if span[0] >= mark.end()]
        if behind:
            (low, high), index = behind[-1]
            comma = RESULT_TIME.match(text, mark.end(), low)
            if comma is not None and not MARKS.sub("", text[high:end]):
                return Outcome(mark.start(), text[mark.end() : comma.start()].strip() or None, (*before, index))
        return Outcome(mark.start(), CLOSING.sub("", text[mark.end() : end]) or None, before)
    bracket = RESULT_BRACKET.search(text, start, end)
    if bracket is not None:
        low, high = bracket.span()
        own = tuple(index for span, index in timed if span[1] <= low or span[0] >= high)
        return Outcome(low, bracket["result"].strip() or None, own)
    return Outcome(end, None, tuple(index for _, index in timed))
