"""Nothing is lost, nothing is invented: the balance of characters between the input and the text."""

from __future__ import annotations

import itertools

from adilet_parser.model.act import Conservation
from adilet_parser.model.base import Span
from adilet_parser.model.problems import Problem, problem
from adilet_parser.model.provenance import Repair
from adilet_parser.read.source import Source
from adilet_parser.repair.repaired import Repaired
from adilet_parser.segment.element import Element


def squeezed(text: str) -> str:
    """The text without its blanks."""
    return "".join(text.split())


def balance(source: Source, repaired: Repaired) -> tuple[Conservation, list[Problem]]:
    """Weighs the input against the text, place by place.

    The runs of the source map and the dropped stretches must hold every non-blank character of the input exactly once,
    in order; the runs must hold every non-blank character of the text; and where a run's two sides differ, a logged
    substitution must stand there.
    """
    given = squeezed(source.text)
    parts = sorted([(start, start + length) for _, start, length in repaired.runs] + list(repaired.dropped))
    overlap = any(right[0] < left[1] for left, right in itertools.pairwise(parts))
    held = squeezed("".join([source.text[start:end] for start, end in parts]))
    before = "".join([source.text[start : start + length] for _, start, length in repaired.runs])
    after = "".join([repaired.text[at : at + length] for at, _, length in repaired.runs])
    restored = [entry.span for entry in repaired.repairs if entry.kind == "hyphen_restored"]
    text = squeezed(_without(repaired.text, restored))
    substituted = _substituted(repaired, before, after)
    dropped = sum(len(squeezed(source.text[start:end])) for start, end in repaired.dropped)
    exact = not overlap and held == given and squeezed(after) == text and substituted is not None
    composed = _composed(source.repairs)
    made = sum(len(squeezed(source.text[start:end])) for start, end in source.made)
    record = Conservation(
        source=len(given) + composed - made,
        dropped=dropped + composed,
        substituted=substituted or 0,
        added=made + len(restored),
        text=len(text) + len(restored),
        exact=exact,
    )
    if exact:
        return record, []
    message = f"{len(given)} characters in, {dropped} dropped, {len(text)} in the text: the balance is broken."
    return record, [problem("text_not_conserved", message)]


def _without(text: str, spans: list[Span]) -> str:
    """The text without characters that repair put in."""
    pieces = []
    at = 0
    for start, end in sorted(spans):
        pieces.append(text[at:start])
        at = end
    return "".join([*pieces, text[at:]])


def _substituted(repaired: Repaired, before: str, after: str) -> int | None:
    """How many characters differ between source and text; null if one of them is on no record."""
    if before == after:
        return 0
    if len(before) != len(after):
        return None
    logged = {offset for entry in repaired.repairs if entry.kind == "homoglyph" for offset in range(*entry.span)}
    count = position = 0
    for at, _, length in repaired.runs:
        if before[position : position + length] != after[position : position + length]:
            for offset in range(length):
                old, new = before[position + offset], after[position + offset]
                if old != new and not (old.isspace() and new.isspace()):
                    if at + offset not in logged:
                        return None
                    count += 1
        position += length
    return count


def _composed(repairs: tuple[Repair, ...]) -> int:
    """Combining marks that were taken into their letters."""
    return sum(len(entry.before) - len(entry.after) for entry in repairs if entry.kind == "normalised")


def leaf_problems(root: Element, text: str) -> list[Problem]:
    """Every non-blank character of the text must belong to exactly one leaf of the tree."""
    at = 0
    for leaf in sorted((e for e in root.walk() if not e.children and e.kind != "act"), key=lambda e: e.start):
        if leaf.start < at or text[at : leaf.start].strip():
            message = f"The tree holds the text at {min(at, leaf.start)} not exactly once."
            return [problem("text_not_conserved", message, leaf.at, (leaf.start, leaf.end))]
        at = leaf.end
    if text[at:].strip():
        return [problem("text_not_conserved", f"The tree ends at {at}, the text at {len(text)}.")]
    return []
