"""What an act says twice must agree: lists and annexes, doers and participants, the parts of a time and the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex
from rapidfuzz import fuzz

from adilet_parser.language.actors import HEAD, PARTICIPANTS
from adilet_parser.language.kazakh import plain
from adilet_parser.model.act import Act
from adilet_parser.model.base import Span
from adilet_parser.model.records import Duration, DurationPart, Point

QUOTED = regex.compile(r"[\"«„“](?P<title>[^\"«»„“”]+)[\"»”“]")
ANNEX_PLACE = regex.compile(r"(?P<number>\d+(?:-\d+)?)\s?-\s?қосымша", regex.IGNORECASE)
# "Мемлекеттік қызмет көрсету мерзімі", "қызмет көрсетудің жалпы мерзімі"
WHOLE_TIME = regex.compile(r"қызмет\p{Ll}*\s+көрсету\p{Ll}*\s+(?:жалпы\s+)?(?:мерзім|ұзақтығ)", regex.IGNORECASE)
# "... көрсетілетін қызметті берушінің кеңсе қызметкеріне жолдау": to whom a step hands on what it made
TO_WHOM = regex.compile(
    rf"(?P<whom>(?<!\p{{L}}){HEAD}(?:на|не|ға|ге|қа|ке))\s+(?:\p{{L}}+\s+){{0,2}}?(?:жолда|жібер|тапсыр)\p{{Ll}}*\W*$",
    regex.IGNORECASE,
)
ALIKE = 60.0
"""Titles less alike than this (0 to 100) are different documents, not one title written in two ways."""
MINUTES = {
    "second": 1 / 60,
    "minute": 1,
    "hour": 60,
    "day": 1440,
    "week": 7 * 1440,
    "month": 30 * 1440,
    "year": 365 * 1440,
}
WORKING_DAY = 8 * 60


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A code of `findings.EXPLANATIONS`, where it stands, and the words that fill the explanation."""

    code: str
    at: str | None
    span: Span
    values: dict[str, str]


def disagreements(act: Act) -> Iterator[Disagreement]:
    """Everything in which an act contradicts itself, in no order."""
    yield from _titles(act)
    yield from _terms(act)
    yield from _participants(act)
    yield from _results(act)
    yield from _times(act)


def _titles(act: Act) -> Iterator[Disagreement]:
    """A service is called one thing in the list and another on its annex."""
    annexes = {annex.number: annex for annex in act.annexes if annex.parent is None and annex.number and annex.service}
    for point in act.points:
        if point.at.startswith("annex"):
            continue
        place, title = ANNEX_PLACE.search(point.text), QUOTED.search(point.text)
        annex = annexes.get(place["number"]) if place else None
        if annex is None or title is None or annex.service is None:
            continue
        listed, printed = plain(title["title"]), plain(annex.service)
        if listed != printed and fuzz.ratio(listed, printed) >= ALIKE:
            values = {"listed": title["title"], "printed": annex.service, "place": point.at}
            yield Disagreement("title_differs", annex.at, annex.span, values)


def _terms(act: Act) -> Iterator[Disagreement]:
    """A term that is defined again in the same part of the act, for something else."""
    seen: dict[tuple[str | None, str], str] = {}
    for term in act.defined_terms:
        key = (term.at, term.term)
        before = seen.setdefault(key, term.meaning)
        if plain(before) != plain(term.meaning) and fuzz.ratio(plain(before), plain(term.meaning)) < 85:
            yield Disagreement(
                "term_defined_twice", term.at, term.span, {"term": term.term, "first": before, "second": term.meaning}
            )


def _participants(act: Act) -> Iterator[Disagreement]:
    """A step is done by one who is not among the participants that the same annex lists."""
    for annex in act.annexes:
        listed = _listed(act, annex.at)
        if len(listed) < 2:
            continue
        known = [plain(point.text) for point in listed]
        for step in act.steps:
            if step.procedure != "provider" or step.actor is None or not step.at.startswith(f"{annex.at}.point"):
                continue
            actor = plain(step.actor)
            if not any(actor in name or name in actor for name in known):
                yield Disagreement("participant_missing", step.at, step.span, {"actor": step.actor, "place": annex.at})


def _results(act: Act) -> Iterator[Disagreement]:
    """A step hands the papers to one, and its result says that another got them."""
    for step in act.steps:
        told, done = TO_WHOM.search(step.result or ""), TO_WHOM.search(step.action)
        if told is None or done is None or told["whom"].casefold() in step.action.casefold():
            continue
        values = {"action": done.group(), "result": step.result or ""}
        yield Disagreement("result_contradicts", step.at, step.span, values)


def _listed(act: Act, annex: str) -> list[Point]:
    """The items of the point that lists the participants of an annex."""
    heads = [
        point
        for point in act.points
        if point.at.startswith(f"{annex}.point_")
        and ".subpoint" not in point.at
        and PARTICIPANTS.search(point.text)
        and "тізбе" in point.text.casefold()
    ]
    return [point for head in heads for point in act.points if point.at.startswith(f"{head.at}.subpoint_")]


def _times(act: Act) -> Iterator[Disagreement]:
    """The steps of the provider take longer than the time that the same annex gives to the whole service."""
    for annex in act.annexes:
        own = [point for point in act.points if point.at.startswith(f"{annex.at}.point_")]
        stated = [point for point in own if WHOLE_TIME.search(point.text) and "күту" not in point.text.casefold()]
        whole = [d for d in act.durations for point in stated if d.at == point.at and d.bound in {"at_most", "exact"}]
        parts = [
            [act.durations[index] for index in step.durations]
            for step in act.steps
            if step.procedure == "provider" and step.at.startswith(f"{annex.at}.point_")
        ]
        if len(whole) != 1 or not parts or any(len(times) > 1 for times in parts):
            continue
        times = [times[0] for times in parts if times]
        if len({time.calendar for time in times if _in_days(time)} | {whole[0].calendar}) > 1:
            continue  # working and calendar days do not add up
        total = sum(_minutes(time) for time in times)
        if total > _minutes(whole[0]):
            values = {"stated": whole[0].text, "steps": str(len(times)), "total": _told(total, whole[0])}
            yield Disagreement("steps_exceed_time", whole[0].at, whole[0].span, values)


def _in_days(time: Duration) -> bool:
    return any(part.unit not in {"second", "minute", "hour"} for part in time.parts)


def _minutes(time: Duration) -> int:
    """Length in minutes; a working day has eight hours."""
    return int(sum(part.amount * _unit(part, time) for part in time.parts))


def _unit(part: DurationPart, time: Duration) -> float:
    return WORKING_DAY if part.unit == "day" and time.calendar == "working" else MINUTES[part.unit]


def _told(minutes: int, like: Duration) -> str:
    day = WORKING_DAY if like.calendar == "working" else int(MINUTES["day"])
    days, rest = divmod(minutes, day)
    hours, left = divmod(rest, 60)
    parts = [(days, "күн"), (hours, "сағат"), (left, "минут")]
    return " ".join(f"{count} {word}" for count, word in parts if count)
