"""The steps of an act as processes that can be drawn: tasks in lanes, and what follows what.

Only what the act says becomes an edge: steps follow each other in their order; a condition that names its next steps
("болған жағдайда – 6-үдеріс, болмаған жағдайда – 5-үдеріс") leads there instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

import regex

from adilet_parser.model.act import Act
from adilet_parser.model.records import Procedure, Step

# "3-үдеріс – ...", "1-шарт – ...", "2-процесс - ...": the name of a link of a chain
LINK = regex.compile(r"^(?P<number>\d+)\s?-\s?(?P<kind>үдеріс|процесс|процес|шарт)\s*[-–—:.]?\s*", regex.IGNORECASE)
# "деректер болған жағдайда – 6-үдеріс": a case and the link that it leads to
CASE = regex.compile(
    r"(?P<when>[^,;–—]{2,120}?)\s*[-–—]\s*(?P<number>\d+)\s?-\s?(?P<kind>үдеріс|процесс|процес|шарт)", regex.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Task:
    """One step of a process; `step` is its index in `act.steps`, `lane` who does it (null: the act does not say).

    `inferred` is true if the doer is told by the step before and not by the step itself.
    """

    step: int
    number: str
    kind: Literal["task", "check"]
    lane: str | None
    inferred: bool
    label: str
    times: tuple[str, ...]
    result: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """From one task to another, by their places in `Process.tasks`; `label` is the condition."""

    source: int
    target: int
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Process:
    """The steps of one list or table; `at` is the point that introduces them, `annex` and `service` what they belong to."""

    at: str
    annex: str | None
    service: str | None
    procedure: Procedure
    tasks: tuple[Task, ...]
    edges: tuple[Edge, ...]

    @property
    def lanes(self) -> tuple[str | None, ...]:
        """Who takes part, in order of appearance."""
        return tuple(dict.fromkeys(task.lane for task in self.tasks))


def processes_of(act: Act) -> list[Process]:
    """Every process of an act, in text order."""
    annexes = {annex.at: annex for annex in act.annexes}
    found: list[Process] = []
    numbered = enumerate(act.steps)
    for (at, procedure), group in groupby(numbered, key=lambda pair: (_home(pair[1].at), pair[1].procedure)):
        steps = list(group)
        around = [annexes[place] for place in _ancestors(at) if place in annexes]
        service = next((annex.service for annex in reversed(around) if annex.service), None)
        tasks = tuple(_task(act, index, step) for index, step in steps)
        edges = tuple(_edges([step for _, step in steps]))
        found.append(Process(at, around[-1].at if around else None, service, procedure, tasks, edges))
    return found


def _home(at: str) -> str:
    """The point that holds a step: "annex_1.point_5.subpoint_2" -> "annex_1.point_5"; a table row's own point."""
    head, _, last = at.rpartition(".")
    return head if last.startswith("subpoint_") else at


def _ancestors(at: str) -> list[str]:
    steps = at.split(".")
    return [".".join(steps[:count]) for count in range(1, len(steps) + 1)]


def _task(act: Act, index: int, step: Step) -> Task:
    link = LINK.match(step.action)
    return Task(
        step=index,
        number=link.group().rstrip(" -–—:.") if link else step.number or "",
        kind="check" if link and link["kind"].casefold() == "шарт" else "task",
        lane=step.actor or step.actor_inferred,
        inferred=step.actor is None and step.actor_inferred is not None,
        label=step.action[link.end() :] if link else step.action,
        times=tuple(act.durations[place].text for place in step.durations),
        result=step.result,
    )


def _edges(steps: Sequence[Step]) -> Iterator[Edge]:
    links = {name: place for place, step in enumerate(steps) if (name := _name(LINK.match(step.action))) is not None}
    cases: dict[int, list[Edge]] = {}
    for source, step in enumerate(steps):
        for condition in step.conditions:
            for match in CASE.finditer(condition):
                target = links.get((int(match["number"]), match["kind"].casefold()[:3]))
                if target is not None and target != source:
                    cases.setdefault(source, []).append(Edge(source, target, match["when"].strip()))
    # what one condition parts does not flow together: the links of two cases do not follow each other
    apart = {frozenset((a.target, b.target)) for edges in cases.values() for a in edges for b in edges}
    for source, target in pairwise(range(len(steps))):
        if source in cases:
            yield from cases[source]
        elif frozenset((source, target)) not in apart:
            yield Edge(source, target)
    if len(steps) - 1 in cases:
        yield from cases[len(steps) - 1]


def _name(match: regex.Match[str] | None) -> tuple[int, str] | None:
    return (int(match["number"]), match["kind"].casefold()[:3]) if match else None
