"""Acts made up by a machine, damaged in the ways of the field, and read back."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adilet_parser import parse, repair
from tests.test_sample import check_invariants

WIDTH = 78
NOUNS = [
    "Анықтама беру",
    "Мұрағаттық үзінді көшірме беру",
    "Жер учаскесіне құқық белгілейтін құжат беру",
    "Балаларды тіркеу",
]
WORDS = [
    "құжаттарды",
    "қабылдау",
    "және",
    "тексеру",
    "мемлекеттік",
    "қызмет",
    "көрсету",
    "нәтижесін",
    "рәсімдеу",
    "тіркеу",
    "журналына",
    "жазу",
    "басшыға",
    "жолдау",
]
UNITS = [("минут", "PT{}M"), ("сағат", "PT{}H"), ("жұмыс күні", "P{}D"), ("ай", "P{}M")]
SETTINGS = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@dataclass(frozen=True)
class Made:
    """An act made up: its lines, and what must be read from them."""

    lines: list[str]
    links: list[str]
    durations: list[str]
    points: list[str]


@st.composite
def acts(draw: st.DrawFn) -> Made:
    """A resolution with a list of annexes and one regulation with timed steps."""
    number = draw(st.integers(1, 999))
    titles = draw(st.lists(st.sampled_from(NOUNS), min_size=1, max_size=4, unique=True))
    issuer = draw(
        st.sampled_from(["Ақмола облысы әкімдігінің", "Алматы қаласы әкімдігінің", "Абай облысы әкімдігінің"])
    )
    date = f"{draw(st.integers(2010, 2025))} жылғы {draw(st.integers(1, 28))} маусымдағы"
    lines = ["Мемлекеттік көрсетілетін қызметтер регламенттерін бекіту туралы", f"{issuer} {date} № {number} қаулысы"]
    lines += ["Заңға сәйкес облыс әкімдігі ҚАУЛЫ ЕТЕДІ:", "1. Мына регламенттер:"]
    points, links, durations = ["point_1"], [], []
    for index, title in enumerate(titles, 1):
        stop = " бекітілсін." if index == len(titles) else ";"
        lines.append(f'{index}) "{title}" осы қаулының {index}-қосымшасына сәйкес{stop}')
        links.append(f"{index}-қосымшасына")
        points.append(f"point_1.subpoint_{index}")
    lines.append("2. Осы қаулы ресми жарияланған күнінен бастап қолданысқа енгізіледі.")
    points.append("point_2")
    for index, title in enumerate(titles, 1):
        lines.append(f"{issuer} {date} № {number} қаулысымен бекітілген {index}-қосымша")
        lines += [
            f'"{title}" мемлекеттік көрсетілетін қызмет регламенті',
            "1. Жалпы ережелер",
            "1. Қызмет тегін көрсетіледі.",
        ]
        lines.append("2. Әрбір рәсімнің (іс-қимылдың) мазмұны, оны орындаудың ұзақтығы:")
        points += [f"annex_{index}.point_1", f"annex_{index}.point_2"]
        for step in range(1, draw(st.integers(1, 4)) + 1):
            words = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=14)))
            value = draw(st.integers(1, 90))
            unit, iso = draw(st.sampled_from(UNITS))
            lines.append(f"{step}) {words} – {value} {unit}. Нәтижесі - {words};")
            durations.append(iso.format(value))
            points.append(f"annex_{index}.point_2.subpoint_{step}")
    return Made(lines, links, durations, points)


def printed(made: Made, displaced: bool) -> str:
    """The act as a PDF prints it: wrapped at a width, links painted after their line if asked for."""
    out: list[str] = []
    for index, line in enumerate(made.lines):
        block = (line[:1].isdigit() and "Жалпы" not in line) or index == 2
        wrapped = textwrap.wrap(
            line, WIDTH, initial_indent="      " if block else "", break_on_hyphens=False, break_long_words=False
        )
        if not block:
            out.append("")
        for place, row in enumerate(wrapped):
            full = row + " " if place < len(wrapped) - 1 else row
            link = next((link for link in made.links if displaced and f"қаулының {link} " in row), None)
            if link is not None:
                full = row.replace(f"қаулының {link} ", "қаулының  ", 1) + link
            out.append(full)
        if not block:
            out.append("")
    return "\n".join(out) + "\n"


@SETTINGS
@given(acts(), st.booleans())
def test_made_acts_are_read_back(made: Made, displaced: bool) -> None:
    act = parse(printed(made, displaced).encode(), "made.txt")
    check_invariants(act)
    assert act.text.split("\n") == made.lines
    assert [duration.iso8601 for duration in act.durations] == made.durations
    assert [point.at for point in act.points] == made.points
    assert len(act.steps) == len(made.durations)
    assert all(citation.target is not None for citation in act.citations if citation.kind == "internal")
    assert {entry.code for entry in act.problems} <= {"quote_unclosed"}


@SETTINGS
@given(acts(), st.booleans())
def test_repairing_twice_changes_nothing(made: Made, displaced: bool) -> None:
    once = repair(printed(made, displaced).encode())
    assert repair((once + "\n").encode()) == once


@SETTINGS
@given(acts(), st.data())
def test_a_line_lost_invents_nothing(made: Made, data: st.DataObject) -> None:
    lines = printed(made, False).split("\n")
    index = data.draw(st.integers(0, len(lines) - 1))
    act = parse("\n".join(lines[:index] + lines[index + 1 :]).encode(), "cut.txt")
    check_invariants(act)
    assert act.conservation.exact
    assert len(act.durations) <= len(made.durations)


SCRAPS = st.sampled_from(
    ["1. ", "2) ", "1-1) ", "қосымша", "1-қосымша", '"', "«", "»", "(", ")", "  ", "      ", "\n", "\n\n\n", " ", ",", ";", ".", "-", "–", "№ 43", "№",
     "осы қаулының ", "Стандарттың 9-тармағына", "Ескерту. ", "30 (отыз) минут", "2019 жылғы 28 қаңтардағы", "қаулысымен", "бұйрығына", "Заңының",
     "ҚАУЛЫ ЕТЕДІ:", "әкімдігінің", "бекітілген", "(бұдан әрі - ", "Күшін жойған", "1-тарау. ", "5-бап. ", "i", "ə", "\ufeff", "\x0c", "\u0306", "и\u0306",
     "© 2012. ", "күн өткен соң)", "1 Жалпы", "\r\n", "\t", "\u00a0", "\u2028"]
)  # fmt: skip


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.one_of(SCRAPS, st.text(max_size=8)), max_size=60))
def test_any_text_gives_a_valid_record(scraps: list[str]) -> None:
    act = parse("".join(scraps).encode("utf-8", "replace"), "any.txt")
    check_invariants(act)
    assert act.conservation.exact or not act.text
    again = repair((act.text + "\n").encode()) if act.text else ""
    assert "".join(again.split()) == "".join(act.text.split())


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_record(data: bytes) -> None:
    check_invariants(parse(data, "any.bin"))
