"""Steps of a service: who, does what, in what time, with what result."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from adilet_parser.language.actors import DONE, FINITE
from adilet_parser.language.procedures import (
    CHAIN_ITEM,
    CHAINS,
    DASH,
    LETTERED,
    MARKS,
    NO_DEEDS,
    OF_SERVICE,
    PROCEDURES,
    WAITING,
)
from adilet_parser.model.base import Span
from adilet_parser.model.records import Citation, DefinedTerm, Duration, Procedure, Step
from adilet_parser.procedure.actors import actor_of, cased, handed_to, names_in, said_before
from adilet_parser.procedure.cast import Cast, cast_of
from adilet_parser.procedure.deeds import cut_durations, deed_of, told, without_marks
from adilet_parser.procedure.results import outcome_of
from adilet_parser.procedure.tables import TableAction, actions_of
from adilet_parser.recognise.terms import Scopes
from adilet_parser.segment.element import Element

FEWEST_DEEDS = 2
LONGEST_LEAD = 1000
"""A point announces its steps in so many characters."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A step's item: its lines (the first without its number), its place, and the kind of procedure it is part of."""

    lines: tuple[Span, ...]
    span: Span
    at: str
    number: str
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
    headings: dict[str, str] = {}
    for container in root.walk():
        if container.kind not in {"annex", "operative"}:
            continue
        above = (container.at or "").rpartition(".")[0]
        whole = headings[container.at or ""] = f"{headings.get(above, '')} {container.heading or ''}"
        of_service = OF_SERVICE.search(whole) is not None
        items = [item for point in _own_points(container) for item in _items(point, text, timed, of_service)]
        tables = _own_tables(container)
        if not items and not tables:
            continue
        holding = scopes.holding(container.at)
        cast = cast_of(container, text, [(term.term, term.meaning) for term in holding])
        words = [term.term for term in holding]
        words += names_in(text[container.start : container.end])
        before: Step | None = None
        earlier: list[str] = []
        for item in items:
            step = _step(item, text, cast, words, durations, timed, cited)
            if step.actor is not None and before is not None and before.procedure == step.procedure:
                step = step.model_copy(update={"actor": said_before(step.actor, earlier)})
            elif before is None or before.procedure != step.procedure:
                earlier = []
            if step.actor is not None:
                earlier.append(step.actor)
            if step.actor is None and before is not None and before.procedure == step.procedure:
                step = step.model_copy(update={"actor_inferred": handed_to(before.action, cast.names)})
            steps.append(step)
            before = step
        for table, holder in tables:
            procedure = _table_procedure(holder, container, text, whole)
            steps += [
                _table_step(action, table, text, procedure, cast, words, durations, timed, cited)
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


def _table_procedure(holder: Element, container: Element, text: str, headings: str) -> Procedure:
    """Whose doings a table tells, by the point that introduces it or by the titles of the annex and of those it is in."""
    words = " ".join(part for part in (holder.own_text(text), container.heading) if part)
    told = procedure_of(words)
    if told not in {None, "provider"}:
        return told
    chain = _whose_chain(words)
    return chain if chain != "provider" or OF_SERVICE.search(f"{words} {headings}") else "other"


def _table_step(
    action: TableAction,
    table: Element,
    text: str,
    procedure: Procedure,
    cast: Cast,
    terms: list[str],
    durations: Sequence[Duration],
    timed: list[tuple[int, int, int]],
    cited: list[tuple[int, int, int]],
) -> Step:
    """A step from the cells of one action."""
    words = {role: MARKS.sub("", " ".join((cell.own_text(text) or "").split())) for role, cell in action.cells.items()}
    own = [index for cell in action.cells.values() for index in _inside(timed, cell.start, cell.end)]
    body = action.cells["action"]
    in_action = [(durations[index].span, index) for index in own if body.start <= durations[index].span[0] < body.end]
    deed = cut_durations(text, body.start, body.end, in_action)
    pieces = without_marks(text, deed.pieces)
    spans = list(action.cells.values())
    if words.get("actor") and not DASH.fullmatch(words["actor"]):
        named = words["actor"]
        actor: str | None = cased(named if named in terms else cast.listed(named), terms)
    else:
        actor, _ = actor_of(told(text, pieces), cast, terms)
    return Step(
        span=(min(cell.start for cell in spans), max(cell.end for cell in spans)),
        pieces=tuple(pieces),
        rule="table_row",
        at=table.at or "",
        procedure=procedure,
        number=action.number,
        actor=actor,
        actor_inferred=None,
        action=told(text, pieces),
        durations=tuple(sorted(own)),
        result=result if (result := words.get("result")) and not DASH.fullmatch(result) else None,
        conditions=deed.conditions,
        citations=tuple(sorted(index for cell in spans for index in _inside(cited, cell.start, cell.end))),
    )


def procedure_of(words: str) -> Procedure | None:
    """The procedure that a point's words announce; null if its items are no steps.

    >>> procedure_of("Мемлекеттік қызмет көрсетудің нәтижесін Мемлекеттік корпорация арқылы алу процесінің сипаттамасы:")
    'corporation'
    """
    return next((name for pattern, name in PROCEDURES if pattern.search(words, 0, LONGEST_LEAD)), None)


def _items(point: Element, text: str, times: list[tuple[int, int, int]], of_service: bool) -> list[_Item]:
    """The steps that a point tells; `times` are the places of durations, `of_service` says that its annex is about a service."""
    if not point.own:
        return []
    words = text[slice(*point.own[0])]
    children = [child for child in point.children if child.kind == "subpoint"]
    if not children:
        return _bare_chain(point, text, words)
    procedure = procedure_of(words) or (_deeds(words, children, text, times) if of_service else None)
    labelled = sum(CHAIN_ITEM.match(text, child.own[0][0], child.own[0][1]) is not None for child in children)
    if procedure is None and labelled * 2 >= len(children):
        procedure = _whose_chain(words)
    if procedure is None:
        return []
    return [
        _Item(tuple(child.own), (child.start, child.end), child.at or "", child.number or "", procedure)
        for child in children
        if not WAITING.match(text, *child.own[0])
    ]


def _deeds(words: str, children: Sequence[Element], text: str, times: list[tuple[int, int, int]]) -> Procedure | None:
    """Whose doings the items of a point tell that does not announce steps: most are deeds, and half of them take a time."""
    if len(children) < FEWEST_DEEDS or not words.endswith(":") or NO_DEEDS.search(words, 0, LONGEST_LEAD):
        return None
    own = [(child.own[0][0], child.own[-1][1]) for child in children]
    deeds = sum(FINITE.search(text, *place) is not None or DONE.search(text, *place) is not None for place in own)
    timed = sum(bool(_inside(times, *place)) for place in own)
    return _whose_chain(words) if deeds * 3 >= len(own) * 2 and timed * 2 >= len(own) else None


def _bare_chain(point: Element, text: str, words: str) -> list[_Item]:
    """Steps in lines that are no sub-points: `1-процесс – ...`, `1-шарт – ...`, or `а) ...`, `ә) ...` where the point
    announces steps; the label counts them."""
    procedure = procedure_of(words)
    for pattern in (CHAIN_ITEM, LETTERED) if procedure else (CHAIN_ITEM,):
        links = [(line, pattern.match(text, *line)) for line in point.own[1:]]
        if sum(label is not None for _, label in links) * 2 > len(links):
            break
    else:
        return []
    procedure = procedure or _whose_chain(words)
    return [
        _Item(
            ((label.start() if pattern is CHAIN_ITEM else label.end(), line[1]),),
            line,
            point.at or "",
            label["number"] or label["behind"],
            procedure,
        )
        for line, label in links
        if label is not None
    ]


def _whose_chain(words: str) -> Procedure:
    """Whose doings a chain of actions and conditions tells, by what its point says; else the provider's."""
    return next((name for pattern, name in CHAINS if pattern.search(words, 0, LONGEST_LEAD)), "provider")


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
    cast: Cast,
    terms: list[str],
    durations: Sequence[Duration],
    timed: list[tuple[int, int, int]],
    cited: list[tuple[int, int, int]],
) -> Step:
    start, end = item.lines[0][0], item.lines[-1][1]
    outcome = outcome_of(text, start, end, [(durations[i].span, i) for i in _inside(timed, start, end)])
    body_end = outcome.action_end
    own = [index for index in outcome.own if durations[index].span[0] < body_end]
    late = [index for index in outcome.own if durations[index].span[0] >= body_end]
    deed = deed_of(text, item.lines, body_end, [(durations[i].span, i) for i in own])
    pieces = without_marks(text, deed.pieces)
    action = told(text, pieces)
    actor, rule = actor_of(action, cast, terms)
    if actor is None and (named := cast.bracketed(deed.conditions)) is not None:
        actor, rule = cased(named, terms), "participant_in_bracket"
    return Step(
        span=item.span,
        pieces=tuple(pieces),
        rule=rule,
        at=item.at,
        procedure=item.procedure,
        number=item.number,
        actor=actor,
        actor_inferred=None,
        action=action,
        durations=tuple(deed.durations + late),
        result=outcome.text,
        branches=deed.branches,
        conditions=deed.conditions,
        citations=tuple(_inside(cited, start, end)),
    )
