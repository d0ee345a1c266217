"""Steps of a service: who, does what, in what time, with what result."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from adilet_parser.language.procedures import (
    BRACKET,
    BRANCH,
    CASE,
    CASES,
    CHAIN_ITEM,
    CHAINS,
    DASH,
    MARKS,
    NEXT_CASES,
    PROCEDURES,
)
from adilet_parser.model.base import Span
from adilet_parser.model.records import Branch, Citation, DefinedTerm, Duration, Procedure, Step
from adilet_parser.procedure.actors import actor_of, cased, handed_to, names_in, participants
from adilet_parser.procedure.results import outcome_of
from adilet_parser.procedure.tables import TableAction, actions_of
from adilet_parser.recognise.terms import Scopes
from adilet_parser.segment.element import Element


@dataclass(frozen=True, slots=True)
class _Item:
    """A step's item: its element and the kind of procedure it is part of."""

    element: Element
    procedure: Procedure


def find_steps(
    root: Element,
    text: str,
    durations: Sequence[Duration],
    citations: Sequence[Citation],
    terms: Sequence[DefinedTerm],
) -> list[Step]:
    """Steps of all annexes and of the operative part, in text order."""
    steps: list[Step] = []
    timed = _by_place([d.span for d in durations])
    cited = _by_place([c.span for c in citations])
    scopes = Scopes(terms)
    for container in root.walk():
        if container.kind not in {"annex", "operative"}:
            continue
        items = [item for point in _own_points(container) for item in _items(point, text)]
        tables = _own_tables(container)
        if not items and not tables:
            continue
        names = participants(container, text)
        words = [term.term for term in scopes.holding(container.at)]
        words += names_in(text[container.start : container.end])
        before: Step | None = None
        for item in items:
            step = _step(item, text, names, words, durations, timed, cited)
            if step.actor is None and before is not None and before.procedure == step.procedure:
                step = step.model_copy(update={"actor_inferred": handed_to(before.action, names)})
            steps.append(step)
            before = step
        for table, holder in tables:
            procedure = _table_procedure(holder, container, text)
            steps += [
                _table_step(action, table, text, procedure, words, durations, timed, cited)
                for action in actions_of(table, text)
            ]
    return sorted(steps, key=lambda step: step.span)


def _own_points(container: Element) -> list[Element]:
    """Points of a container, not those of annexes inside it."""
    found: list[Element] = []
    for child in container.children:
        if child.kind == "point":
            found.append(child)
        elif child.kind != "annex":
            found += _own_points(child)
    return found


def _own_tables(container: Element) -> list[tuple[Element, Element]]:
    """Tables of a container, each with the part that holds it; not those of annexes inside it."""
    found: list[tuple[Element, Element]] = []
    for child in container.children:
        if child.kind == "table":
            found.append((child, container))
        elif child.kind != "annex":
            found += _own_tables(child)
    return found


def _table_procedure(holder: Element, container: Element, text: str) -> Procedure:
    """Whose doings a table tells, by the point that introduces it or by the annex's title."""
    words = " ".join(part for part in (holder.own_text(text), container.heading) if part)
    told = procedure_of(words)
    return told if told is not None else next((name for pattern, name in CHAINS if pattern.search(words)), "provider")


def _table_step(
    action: TableAction,
    table: Element,
    text: str,
    procedure: Procedure,
    terms: list[str],
    durations: Sequence[Duration],
    timed: list[tuple[int, int, int]],
    cited: list[tuple[int, int, int]],
) -> Step:
    """A step from the cells of one action."""
    told = {role: MARKS.sub("", " ".join((cell.own_text(text) or "").split())) for role, cell in action.cells.items()}
    own = [index for cell in action.cells.values() for index in _inside(timed, cell.start, cell.end)]
    body = action.cells["action"]
    in_action = [(durations[index].span, index) for index in own if body.start <= durations[index].span[0] < body.end]
    pieces, conditions, _ = _cut_durations(text, body.start, body.end, in_action)
    pieces = _without_marks(text, pieces)
    spans = list(action.cells.values())
    return Step(
        span=(min(cell.start for cell in spans), max(cell.end for cell in spans)),
        pieces=tuple(pieces),
        rule="table_row",
        at=table.at or "",
        procedure=procedure,
        number=action.number,
        actor=cased(told["actor"], terms) if told.get("actor") else None,
        actor_inferred=None,
        action=" ".join(text[low:high].replace("\n", " ") for low, high in pieces),
        durations=tuple(sorted(own)),
        result=told.get("result") or None,
        conditions=tuple(conditions),
        citations=tuple(sorted(index for cell in spans for index in _inside(cited, cell.start, cell.end))),
    )


def procedure_of(words: str) -> Procedure | None:
    """The procedure that a point's words announce; null if its items are no steps.

    >>> procedure_of("Мемлекеттік қызмет көрсетудің нәтижесін Мемлекеттік корпорация арқылы алу процесінің сипаттамасы:")
    'corporation'
    """
    return next((name for pattern, name in PROCEDURES if pattern.search(words)), None)


def _items(point: Element, text: str) -> list[_Item]:
    if not point.own:
        return []
    children = [child for child in point.children if child.kind == "subpoint"]
    if not children:
        return []
    procedure = procedure_of(text[slice(*point.own[0])]) or _chain(point, children, text)
    return [_Item(child, procedure) for child in children] if procedure else []


def _chain(point: Element, children: list[Element], text: str) -> Procedure | None:
    """The procedure of a chain of actions and conditions; null if the items are none."""
    labelled = sum(CHAIN_ITEM.match(text, child.own[0][0], child.own[0][1]) is not None for child in children)
    if labelled * 2 < len(children):
        return None
    words = text[slice(*point.own[0])]
    return next((name for pattern, name in CHAINS if pattern.search(words)), "provider")


def _by_place(spans: list[Span]) -> list[tuple[int, int, int]]:
    return sorted((start, end, index) for index, (start, end) in enumerate(spans))


def _inside(places: list[tuple[int, int, int]], start: int, end: int) -> list[int]:
    first = bisect_left(places, (start, 0, 0))
    return [
        index
        for low, high, index in takewhile(lambda place: place[0] < end, islice(places, first, None))
        if high <= end
    ]


def _step(
    item: _Item,
    text: str,
    names: list[str],
    terms: list[str],
    durations: Sequence[Duration],
    timed: list[tuple[int, int, int]],
    cited: list[tuple[int, int, int]],
) -> Step:
    element = item.element
    start, end = element.own[0][0], element.own[-1][1]
    outcome = outcome_of(text, start, end, [(durations[i].span, i) for i in _inside(timed, start, end)])
    body_end = outcome.action_end
    own = [index for index in outcome.own if durations[index].span[0] < body_end]
    late = [index for index in outcome.own if durations[index].span[0] >= body_end]
    branches: list[Branch] = []
    conditions: list[str] = []
    first_end = element.own[0][1]
    head = text[start : min(first_end, body_end)].rstrip()
    if head.endswith(":") and len(element.own) > 1 and own:
        pieces = [(start, start + len(head) - 1)]
        for index in own:
            line = next(span for span in element.own if span[0] <= durations[index].span[0] < span[1])
            condition = BRANCH.match(text[line[0] : durations[index].span[0]])
            if condition:
                branches.append(Branch(condition=condition["condition"].strip(), duration=index))
    elif (leads := NEXT_CASES.search(text, start, body_end)) is not None:
        pieces = [(start, leads.start())]
        conditions = [text[leads.end() : body_end].strip(" ;.\n")]
    elif len(own) > 1 and (cases := CASES.search(text, start, durations[own[0]].span[0])) is not None:
        pieces = [(start, cases.start())]
        at = cases.end()
        for index in own:
            low, high = durations[index].span
            condition = CASE.match(text[at:low])
            if condition:
                branches.append(Branch(condition=condition["condition"].strip(), duration=index))
            at = high
    else:
        pieces, conditions, own = _cut_durations(text, start, body_end, [(durations[i].span, i) for i in own])
    pieces = _without_marks(text, pieces)
    action = " ".join(text[low:high].replace("\n", " ") for low, high in pieces)
    actor, rule = actor_of(action, names, terms)
    return Step(
        span=(element.start, element.end),
        pieces=tuple(pieces),
        rule=rule,
        at=element.at or "",
        procedure=item.procedure,
        number=element.number or "",
        actor=actor,
        actor_inferred=None,
        action=action,
        durations=tuple(own + late),
        result=outcome.text,
        branches=tuple(branches),
        conditions=tuple(conditions),
        citations=tuple(_inside(cited, start, end)),
    )


def _without_marks(text: str, pieces: list[Span]) -> list[Span]:
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


def _cut_durations(
    text: str, start: int, end: int, timed: list[tuple[Span, int]]
) -> tuple[list[Span], list[str], list[int]]:
    """The item without its durations, their dashes, and the brackets behind them; the brackets' words; the durations kept.

    A duration inside a bracket is part of what the bracket says, and no time of the step.
    """
    pieces: list[Span] = []
    conditions: list[str] = []
    kept: list[int] = []
    at = start
    for (low, high), index in timed:
        if low < at or text.count("(", at, low) > text.count(")", at, low):
            continue
        dash = DASH.match(text, at, low)
        pieces.append((at, dash.start() if dash else low))
        kept.append(index)
        at = high
        bracket = BRACKET.match(text, at, end)
        if bracket is not None:
            conditions.append(bracket["condition"].strip())
            at = bracket.end()
    pieces.append((at, end))
    return pieces, conditions, kept
