"""Acts made up from a grammar, with the facts that must be read from them."""

from __future__ import annotations

import random
import textwrap
from collections import Counter
from dataclasses import dataclass, field

from adilet_parser import Act

WIDTH = 78
Fact = tuple[str, ...]
"""List, place, and what is said: ("durations", "annex_1.point_5.subpoint_2", "PT30M", "at_most")."""

TERRITORIES = ["Ақмола облысы", "Алматы қаласы", "Абай облысы", "Түркістан облысы", "Қызылорда облысы", "Ұлытау облысы"]
SERVICES = [
    "Мұрағаттық анықтама беру", "Жер учаскесіне құқық белгілейтін құжат беру", "Мектепке дейінгі ұйымға жолдама беру",
    "Асыл тұқымды малға субсидия беру", "Тұрғын үй көмегін тағайындау", "Балаларды сауықтыру орнына жіберу",
]  # fmt: skip
DOERS = ["кеңсе қызметкері", "басшысы", "жауапты орындаушысы", "бөлім басшысы"]
BODY = "көрсетілетін қызметті берушінің"
ACTIONS = [
    "құжаттарды қабылдайды және тіркейді", "құжаттарды қарайды және жауапты орындаушыны белгілейді",
    "құжаттардың толықтығын тексереді, нәтиженің жобасын дайындайды", "нәтижеге қол қояды",
    "мемлекеттік қызмет көрсету нәтижесін көрсетілетін қызметті алушыға береді",
]  # fmt: skip
RESULTS = ["тіркелген өтініш", "бұрыштама", "нәтиженің жобасы", "қол қойылған құжат", "берілген нәтиже"]
WORDS = {1: "бір", 2: "екі", 3: "үш", 5: "бес", 10: "он", 15: "он бес", 20: "жиырма", 30: "отыз"}
UNITS = [("минут", "PT{}M", "минуттан"), ("сағат", "PT{}H", "сағаттан"), ("жұмыс күні", "P{}D", "жұмыс күнінен")]
BOUNDS = [("{n} ({w}) {u}", "exact"), ("{n} ({w}) {u} ішінде", "at_most"), ("{n} ({w}) {f} аспайды", "at_most"), ("{n} {f} кешіктірмей", "at_most")]  # fmt: skip
LAWS = [("Мемлекеттік көрсетілетін қызметтер туралы", "2013 жылғы 15 сәуірдегі", "2013-04-15"), ("Білім туралы", "2007 жылғы 27 шілдедегі", "2007-07-27")]  # fmt: skip
MINISTERS = ["Білім және ғылым министрінің", "Ауыл шаруашылығы министрінің", "Ұлттық экономика министрінің"]
MONTHS = [("қаңтардағы", 1), ("мамырдағы", 5), ("қыркүйектегі", 9), ("желтоқсандағы", 12)]


@dataclass(frozen=True)
class Line:
    """A logical line, how it is printed, which facts rest on it, and the link text in it, if any."""

    text: str
    style: str = "indented"
    facts: tuple[Fact, ...] = ()
    link: str | None = None


@dataclass
class Made:
    """An act made up."""

    lines: list[Line] = field(default_factory=list)

    def add(self, text: str, *facts: Fact, style: str = "indented", link: str | None = None) -> None:
        """One more line."""
        self.lines.append(Line(text, style, facts, link))

    @property
    def facts(self) -> Counter[Fact]:
        """All facts."""
        return Counter(fact for line in self.lines for fact in line.facts)


def make(seed: int) -> Made:
    """An act of one akimat with one to four regulations; the same for the same seed."""
    rng, made = random.Random(seed), Made()
    territory = rng.choice(TERRITORIES)
    month, month_no = rng.choice(MONTHS)
    year, day, number = rng.randint(2012, 2024), rng.randint(1, 28), str(rng.randint(1, 400))
    date = f"{year} жылғы {day} {month}"
    services = rng.sample(SERVICES, rng.randint(1, 4))
    made.add("Мемлекеттік көрсетілетін қызметтер регламенттерін бекіту туралы", style="centred")
    made.add(
        f"{territory} әкімдігінің {date} № {number} қаулысы", ("act", "number", number),
        ("act", "adopted_on", f"{year}-{month_no:02}-{day:02}"), ("act", "issuer", f"{territory} әкімдігі"), style="centred",
    )  # fmt: skip
    law, law_date, law_iso = rng.choice(LAWS)
    made.add(
        f'"{law}" {law_date} Қазақстан Республикасы Заңының 16-бабының 1-тармағына сәйкес {territory} әкімдігі ҚАУЛЫ ЕТЕДІ:',
        ("citations", "preamble", "external", law, law_iso),
        link="1-тармағына",
    )
    made.add("1. Қоса беріліп отырған:", ("points", "point_1"))
    for index, service in enumerate(services, 1):
        at, stop = f"point_1.subpoint_{index}", " бекітілсін." if index == len(services) else ";"
        made.add(
            f'{index}) "{service}" мемлекеттік көрсетілетін қызмет регламенті осы қаулының {index}-қосымшасына сәйкес{stop}',
            ("points", at), ("citations", at, "internal", f"annex_{index}"), link=f"{index}-қосымшасына",
        )  # fmt: skip
    made.add(
        "2. Осы қаулы алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.",
        ("points", "point_2"),
        ("durations", "point_2", "P10D", "at_least"),
    )
    for index, service in enumerate(services, 1):
        _regulation(rng, made, index, service, f"{territory} әкімдігінің {date} № {number} қаулысына {index}-қосымша")
    return made


def _regulation(rng: random.Random, made: Made, index: int, service: str, stamp: str) -> None:
    at = f"annex_{index}"
    made.add(stamp, ("annexes", at, str(index), service), style="centred")
    made.add(f'"{service}" мемлекеттік көрсетілетін қызмет регламенті', style="centred")
    made.add("1-тарау. Жалпы ережелер", ("chapters", at, "1"), style="centred")
    minister, order, year = rng.choice(MINISTERS), str(rng.randint(1, 900)), rng.randint(2012, 2022)
    made.add(
        f"1. Мемлекеттік қызмет Қазақстан Республикасы {minister} {year} жылғы 5 мамырдағы № {order} бұйрығымен бекітілген "
        f'"{service}" мемлекеттік көрсетілетін қызмет стандарты (бұдан әрі – Стандарт) негізінде көрсетіледі.',
        ("points", f"{at}.point_1"), ("citations", f"{at}.point_1", "external", order, f"{year}-05-05"),
        ("defined_terms", at, "Стандарт"), link=f"№ {order}",
    )  # fmt: skip
    made.add(
        "2. Құжаттар Стандарттың 9-тармағына сәйкес ұсынылады.", ("points", f"{at}.point_2"),
        ("citations", f"{at}.point_2", "defined_term", "Стандарт", "9"), link="9-тармағына",
    )  # fmt: skip
    made.add("2-тарау. Іс-қимыл тәртібі", ("chapters", at, "2"), style="centred")
    made.add(
        "3. Мемлекеттік қызмет көрсету процесінің құрамына кіретін әрбір рәсімнің (іс-қимылдың) мазмұны, оның орындалу ұзақтығы:",
        ("points", f"{at}.point_3"),
    )
    for number in range(1, rng.randint(2, 5) + 1):
        place = f"{at}.point_3.subpoint_{number}"
        value, (unit, iso, of_unit) = rng.choice(list(WORDS)), rng.choice(UNITS)
        form, bound = rng.choice(BOUNDS)
        time = form.format(n=value, w=WORDS[value], u=unit, f=of_unit)
        doer, action, result = f"{BODY} {rng.choice(DOERS)}", rng.choice(ACTIONS), rng.choice(RESULTS)
        made.add(
            f"{number}) {doer} {action} – {time}. Нәтижесі – {result};", ("points", place), ("steps", place, doer, result),
            ("durations", place, iso.format(value), bound),
        )  # fmt: skip


def facts_of(act: Act) -> Counter[Fact]:
    """The facts that were read, in the form of those that were made."""
    own = act.act
    found: list[Fact] = [("act", name, str(getattr(own, name))) for name in ("number", "adopted_on", "issuer")]
    found += [("points", row.at) for row in act.points]
    found += [("annexes", row.at, row.number or "", row.service or "") for row in act.annexes]
    found += [("chapters", row.annex or "", row.number or "") for row in act.chapters]
    found += [("durations", row.at, row.iso8601, row.bound) for row in act.durations]
    found += [("steps", row.at, row.actor or "", row.result or "") for row in act.steps]
    found += [("defined_terms", row.at or "", row.term) for row in act.defined_terms]
    for row in act.citations:
        if row.kind == "external":
            found.append(("citations", row.at, "external", row.title or row.number or "", row.adopted_on or ""))
        elif row.kind == "internal":
            found.append(("citations", row.at, "internal", row.target or ""))
        else:
            point = ",".join((row.pinpoint or {}).get("point", ()))
            found.append(("citations", row.at, row.kind, row.term or "", point))
    return Counter(found)


def wrapped(line: Line) -> list[str]:
    """The printed lines of a logical line: six blanks open a paragraph, every line that goes on ends in a blank."""
    rows = textwrap.wrap(
        line.text, WIDTH, initial_indent="      " if line.style == "indented" else "", break_on_hyphens=False,
        break_long_words=False,
    )  # fmt: skip
    return [row + " " for row in rows[:-1]] + rows[-1:]


def printed(made: Made) -> str:
    """The act as the text of its PDF, undamaged."""
    out: list[str] = []
    for line in made.lines:
        out += ["", *wrapped(line), ""] if line.style == "centred" else wrapped(line)
    return "\n".join(out) + "\n"
