"""Quote marks that open and quote marks that close: straight ones look alike and are told by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

MARKS = '"«»„“”'
OPENING = '"«„“'


def marks(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Every quote mark of `text[start:end]`: its offset, and 1 if it opens or -1 if it closes."""
    end = len(text) if end is None else end
    for index in range(start, end):
        mark = text[index]
        if mark not in MARKS:
            continue
        if mark in "«„":
            yield index, 1
        elif mark in "»”":
            yield index, -1
        else:
            before, after = text[index - 1 : index] if index > start else "", text[index + 1 : index + 2]
            free = not before or before.isspace() or before in "([" + OPENING
            yield index, 1 if free and after and not after.isspace() else -1


def balance(text: str) -> int:
    """Quote marks that are opened and not closed; below zero if more are closed.

    >>> balance('"4. "Анықтама" беру'), balance('"А" және "Б" тізбесі";')
    (1, -1)
    """
    return sum(step for _, step in marks(text))


def outside(text: str) -> str:
    """The text with blanks in place of all that stands in quotes; a quotation that never closes reaches to the end.

    >>> outside('2) тармақшадағы "мал "А" дәрігері" деген')
    '2) тармақшадағы                    деген'
    """
    kept: list[str] = []
    depth = at = 0
    for index, step in marks(text):
        if depth <= 0:
            kept.append(text[at:index])
            depth = 0
        else:
            kept.append(" " * (index - at))
        kept.append(" ")
        depth = max(depth + step, 0)
        at = index + 1
    kept.append(text[at:] if depth <= 0 else " " * (len(text) - at))
    return "".join(kept)


def opening_of(text: str, floor: int, close: int) -> int | None:
    """The mark that opens the quotation which `text[close]` closes; null if it is not right of `floor`.

    Quotations nest. Of two opening marks with one closing, the inner one is its partner.
    """
    depth = 0
    for index, step in reversed(list(marks(text, floor, close + 1))):
        if index == close:
            step = -1
        depth -= step
        if depth <= 0:
            return index if index < close else None
    return None
