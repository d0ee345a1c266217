"""Two acts side by side: the same services aligned, their steps aligned, and what differs in doers, times, results, channels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from rapidfuzz import fuzz

from adilet_parser.flow import Process, Task, processes_of
from adilet_parser.language.kazakh import plain
from adilet_parser.model.act import Act
from adilet_parser.model.base import Frozen
from adilet_parser.model.records import Duration, Procedure

Verdict = Literal["same", "changed", "only_a", "only_b"]
SAME_SERVICE = 80.0
"""Titles less alike (rapidfuzz ratio of their words, 0 to 100) are different services."""
SAME_STEP = 55.0
"""Actions less alike are different steps."""


class Side(Frozen):
    """A step as one act has it; `times` are ISO 8601 durations with calendar and bound, `printed` as printed."""

    at: str
    number: str
    actor: str | None
    action: str
    times: tuple[str, ...]
    printed: tuple[str, ...]
    result: str | None


class StepPair(Frozen):
    """A step of both acts, or of one; `differs` names the fields in which the two say something else."""

    verdict: Verdict
    a: Side | None
    b: Side | None
    differs: tuple[Literal["actor", "action", "times", "result"], ...] = ()


class ChannelPair(Frozen):
    """One channel of a service (provider, corporation, portal, other) with its steps in order."""

    procedure: Procedure
    verdict: Verdict
    steps: tuple[StepPair, ...]


class ServicePair(Frozen):
    """A service of both acts, or of one; `likeness` of the titles from 0 to 100."""

    verdict: Verdict
    a: str | None
    b: str | None
    likeness: float | None
    channels: tuple[ChannelPair, ...]


def diff(a: Act, b: Act) -> list[ServicePair]:
    """Services in the order of the first act, then those that only the second has."""
    left, right = _services(a), _services(b)
    partner = _partners(list(left), list(right))
    found = []
    for title, channels in left.items():
        other = partner.get(title)
        likeness = None if other is None else round(fuzz.ratio(plain(title), plain(other)), 1)
        found.append(_pair(title, other, likeness, channels, right.get(other or "", {})))
    for title, channels in right.items():
        if title not in partner.values():
            found.append(_pair(None, title, None, {}, channels))
    return found


Channels = dict[Procedure, list[Side]]


def _services(act: Act) -> dict[str, Channels]:
    """The steps of every service by channel; an act that names no service is one by itself."""
    found: dict[str, Channels] = {}
    for process in processes_of(act):
        title = process.service or act.act.title or process.at
        found.setdefault(title, {}).setdefault(process.procedure, []).extend(_sides(act, process))
    return found


def _sides(act: Act, process: Process) -> Iterator[Side]:
    for task in process.tasks:
        step = act.steps[task.step]
        times = [act.durations[index] for index in step.durations]
        yield Side(
            at=step.at, number=task.number, actor=_doer(task), action=task.label, result=task.result,
            times=tuple(map(_time, times)), printed=tuple(time.text for time in times),
        )  # fmt: skip


def _doer(task: Task) -> str | None:
    return None if task.inferred else task.lane


def _time(time: Duration) -> str:
    return " ".join(filter(None, [time.iso8601, time.calendar, time.bound]))


def _partners(left: Sequence[str], right: Sequence[str]) -> dict[str, str]:
    """Titles that choose each other: each is the other's most like, and like enough."""
    likeness = {(x, y): fuzz.ratio(plain(x), plain(y)) for x in left for y in right}
    found: dict[str, str] = {}
    for (x, y), score in sorted(likeness.items(), key=lambda item: -item[1]):
        if score >= SAME_SERVICE and x not in found and y not in found.values():
            found[x] = y
    return found


def _pair(a: str | None, b: str | None, likeness: float | None, left: Channels, right: Channels) -> ServicePair:
    channels = []
    for procedure in dict.fromkeys([*left, *right]):
        steps = tuple(_aligned(left.get(procedure, []), right.get(procedure, [])))
        channels.append(
            ChannelPair(
                procedure=procedure, verdict=_verdict(procedure in left, procedure in right, steps), steps=steps
            )
        )
    same = all(channel.verdict == "same" for channel in channels)
    verdict: Verdict = "only_b" if a is None else "only_a" if b is None else "same" if same else "changed"
    return ServicePair(verdict=verdict, a=a, b=b, likeness=likeness, channels=tuple(channels))


def _verdict(in_a: bool, in_b: bool, steps: Sequence[StepPair]) -> Verdict:
    if not in_b:
        return "only_a"
    if not in_a:
        return "only_b"
    return "same" if all(pair.verdict == "same" for pair in steps) else "changed"


def _aligned(left: Sequence[Side], right: Sequence[Side]) -> Iterator[StepPair]:
    """Steps paired in their order so that the likeness of all pairs together is greatest."""
    rows, columns = len(left), len(right)
    likeness = [[_alike(x, y) for y in right] for x in left]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], likeness[i][j] + best[i + 1][j + 1])
    i = j = 0
    while i < rows and j < columns:
        if likeness[i][j] > 0 and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            yield _compared(left[i], right[j])
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield StepPair(verdict="only_a", a=left[i], b=None)
            i += 1
        else:
            yield StepPair(verdict="only_b", a=None, b=right[j])
            j += 1
    yield from (StepPair(verdict="only_a", a=side, b=None) for side in left[i:])
    yield from (StepPair(verdict="only_b", a=None, b=side) for side in right[j:])


def _alike(x: Side, y: Side) -> float:
    score = fuzz.token_sort_ratio(plain(x.action), plain(y.action))
    return score if score >= SAME_STEP else 0.0


def _compared(x: Side, y: Side) -> StepPair:
    differs: list[Literal["actor", "action", "times", "result"]] = []
    if plain(x.actor or "") != plain(y.actor or ""):
        differs.append("actor")
    if plain(x.action) != plain(y.action):
        differs.append("action")
    if x.times != y.times:
        differs.append("times")
    if plain(x.result or "") != plain(y.result or ""):
        differs.append("result")
    return StepPair(verdict="changed" if differs else "same", a=x, b=y, differs=tuple(differs))
