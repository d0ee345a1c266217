"""Phrases: tables of (text, expected) for durations, dates, citations, references, terms, notes."""

from __future__ import annotations

from typing import Any

import pytest

from adilet_parser import parse
from adilet_parser.language.dates import DATE, iso_of
from adilet_parser.language.numerals import value_of
from adilet_parser.language.places import chain_at
from adilet_parser.recognise.durations import find_durations, iso8601
from adilet_parser.recognise.external import find_external
from adilet_parser.recognise.notes import amenders_of
from adilet_parser.recognise.references import find_forms, find_internal, find_terms

# text, [(printed, iso, calendar, bound)]
DURATIONS: list[tuple[str, list[tuple[str, str, str | None, str]]]] = [
    ("жолдау – 30 (отыз) минут.", [("30 (отыз) минут", "PT30M", None, "exact")]),
    ("беру –5 (бес) минут", [("5 (бес) минут", "PT5M", None, "exact")]),
    ("беру -15 минут", [("15 минут", "PT15M", None, "exact")]),
    ("15 ( он бес) минуттан аспайды", [("15 ( он бес) минуттан аспайды", "PT15M", None, "at_most")]),
    ("7 (жеті) сағат ішінде", [("7 (жеті) сағат ішінде", "PT7H", None, "at_most")]),
    ("5 (бес) минутқа дейін", [("5 (бес) минутқа дейін", "PT5M", None, "at_most")]),
    ("20 минуттан артық емес", [("20 минуттан артық емес", "PT20M", None, "at_most")]),
    ("екі сағаттан көп емес", [("екі сағаттан көп емес", "PT2H", None, "at_most")]),
    ("1 (бір) жұмыс күні", [("1 (бір) жұмыс күні", "P1D", "working", "exact")]),
    ("он бес жұмыс күні ішінде", [("он бес жұмыс күні ішінде", "P15D", "working", "at_most")]),
    ("үш жұмыс күннің ішінде", [("үш жұмыс күннің ішінде", "P3D", "working", "at_most")]),
    ("жиырма төрт сағаттың ішінде", [("жиырма төрт сағаттың ішінде", "PT24H", None, "at_most")]),
    ("күнтізбелік 20 күн ішінде", [("күнтізбелік 20 күн ішінде", "P20D", "calendar", "at_most")]),
    ("30 күнтізбелік күннің ішінде", [("30 күнтізбелік күннің ішінде", "P30D", "calendar", "at_most")]),
    ("күнтізбелік он күн өткен соң", [("күнтізбелік он күн өткен соң", "P10D", "calendar", "at_least")]),
    ("жиырма бір күн өткеннен кейін", [("жиырма бір күн өткеннен кейін", "P21D", None, "at_least")]),
    ("күнтізбелік он жұмыс күні ішінде", [("күнтізбелік он жұмыс күні ішінде", "P10D", None, "at_most")]),
    ("бес жұмыс күнінен аспайтын мерзімде", [("бес жұмыс күнінен аспайтын", "P5D", "working", "at_most")]),
    ("15 жұмыс күнінен кешіктірілмей", [("15 жұмыс күнінен кешіктірілмей", "P15D", "working", "at_most")]),
    ("2 (екі) жұмыс күні барысында", [("2 (екі) жұмыс күні барысында", "P2D", "working", "at_most")]),
    ("2 сағат бұрын", [("2 сағат бұрын", "PT2H", None, "before")]),
    ("кемінде бір ай бұрын", [("бір ай бұрын", "P1M", None, "at_least")]),
    ("үш айдан кем емес", [("үш айдан кем емес", "P3M", None, "at_least")]),
    ("аяқталғанға бір күн қалғанда", [("бір күн қалғанда", "P1D", None, "before")]),
    ("3 (үш) ай бойы жарамды", [("3 (үш) ай бойы", "P3M", None, "exact")]),
    ("бір тәуліктен кешіктірмей", [("бір тәуліктен кешіктірмей", "P1D", None, "at_most")]),
    ("екі апта ішінде", [("екі апта ішінде", "P2W", None, "at_most")]),
    ("үш жылға дейін", [("үш жылға дейін", "P3Y", None, "at_most")]),
    ("қырық бес күндік мерзімде", [("қырық бес күндік", "P45D", None, "exact")]),
    ("ең ұзақ уақыты – 15 минут;", [("15 минут", "PT15M", None, "at_most")]),
    (
        "1 (бір) жұмыс күні және 7 (жеті) жұмыс сағаты ішінде",
        [("1 (бір) жұмыс күні және 7 (жеті) жұмыс сағаты ішінде", "P1DT7H", "working", "at_most")],
    ),
    ("жеткізу – сол жұмыс күні.", [("сол жұмыс күні", "P0D", "working", "same_day")]),
    ("жүгінген күні көрсетіледі", [("жүгінген күні", "P0D", None, "same_day")]),
    ("құжаттар түскен күні", [("түскен күні", "P0D", None, "same_day")]),
    ("келесі жұмыс күні", [("келесі жұмыс күні", "P1D", "working", "exact")]),
    ("келесі жұмыс күнінен кешіктірмей", [("келесі жұмыс күнінен кешіктірмей", "P1D", "working", "at_most")]),
    (
        "1 (бір) күн, содан соң 2 (екі) сағат",
        [("1 (бір) күн", "P1D", None, "exact"), ("2 (екі) сағат", "PT2H", None, "exact")],
    ),
    # no durations: dates, clock times, ages, ranges of years, standing expressions
    ("2019 жылғы 28 қаңтардағы", []),
    ("2018 жылдың 3 наурызында", []),
    ("2017 - 2021 жылдарға арналған", []),
    ("сағат 9.00-ден 18.30-ға дейін", []),
    ("алты жасқа толған", []),
    ("тәулік бойы, дереу, тоқсан сайын", []),
    ("тіркелген күнінен бастап", []),
    ("№ 318-319 (27393) санында", []),
]


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_durations(text: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    found = [(text[f.start : f.end], iso8601(f.parts), f.calendar, f.bound) for f in find_durations(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1. Мерзімі – 15 (он) минут.", "duration_mismatch"),
        ("1. Мерзімі – күнтізбелік он жұмыс күні ішінде.", "duration_contradiction"),
    ],
)
def test_durations_that_contradict_themselves(text: str, code: str) -> None:
    act = parse(f"Қаулы туралы\n{text}\n2. Осы қаулы.\n3. Бұл бұйрық.\n".encode())
    assert code in {entry.code for entry in act.problems}
    assert len(act.durations) == 1


ANCHORS = [
    ("Өтініш тіркелген күнінен бастап 5 (бес) жұмыс күні ішінде қарайды.", "Өтініш тіркелген күнінен бастап"),
    (
        "Беруші құжаттарды алған сәттен бастап 2 (екі) жұмыс күні ішінде тексереді.",
        "Беруші құжаттарды алған сәттен бастап",
    ),
    ("Қаулы жарияланғаннан кейін күнтізбелік он күн өткен соң", "Қаулы жарияланғаннан кейін"),
    ("Құжаттарды қабылдау – 5 минут.", None),
    ("Алған сәттен бастап тексереді. Мерзімі – 5 минут.", None),
]


@pytest.mark.parametrize(("text", "anchor"), ANCHORS)
def test_anchor(text: str, anchor: str | None) -> None:
    act = parse(f"Қаулы туралы\n1. {text}\n2. Осы қаулы.\n3. Бұл бұйрық.\n".encode())
    assert act.durations[0].anchor == anchor


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("он сегіз", 18), ("жиырма бір", 21), ("жүз", 100), ("екі жүз елу", 250), ("бір мың тоғыз жүз тоқсан бес", 1995),
        ("бес он", None), ("он он", None), ("көп", None), ("", None),
    ],
)  # fmt: skip
def test_numerals(words: str, value: int | None) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2019 жылғы 28 қаңтардағы", "2019-01-28"),
        ('2019 жылғы "28" қаңтардағы', "2019-01-28"),
        ("2019 жылы 12 ақпанда", "2019-02-12"),
        ("«29» қарашадағы 2012 жылғы", "2012-11-29"),
        ("2018 жылдың 3 наурызында", "2018-03-03"),
        ("31.01.2020", "2020-01-31"),
        ("2012.06.25", "2012-06-25"),
        ("2019 жылғы 31 ақпандағы", None),
    ],
)
def test_dates(text: str, iso: str | None) -> None:
    match = DATE.search(text)
    assert match is not None
    assert iso_of(match) == iso


CHAINS: list[tuple[str, Any]] = [
    ("16-бабының 1-тармағына", {"article": ("16",), "point": ("1",)}),
    ("14-бабы 6-тармағының", {"article": ("14",), "point": ("6",)}),
    ("12-1-бабының 2-тармағына", {"article": ("12-1",), "point": ("2",)}),
    ("10 - тармағына", {"point": ("10",)}),
    ("27 бабының", {"article": ("27",)}),
    ("10-бабының 2)-тармақшасына", {"article": ("10",), "subpoint": ("2",)}),
    ("18-бабы 1-тармағының 1), 1-1), 2) және 4) тармақшаларында",
     {"article": ("18",), "point": ("1",), "subpoint": ("1", "1-1", "2", "4")}),
    ("9-1-бабының 4 және 5-тармақтарында", {"article": ("9-1",), "point": ("4", "5")}),
    ("16-бабы 1, 3-тармақтарына", {"article": ("16",), "point": ("1", "3")}),
    ("5-бабы 46-13) тармақшасына", {"article": ("5",), "subpoint": ("46-13",)}),
    ("қосымшасына", {"annex": ()}),
    ("1-қосымшасына сәйкес", {"annex": ("1",)}),
    ("сәйкес", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pinpoint"), CHAINS)
def test_place_chains(text: str, pinpoint: Any) -> None:
    found = chain_at(text, 0)
    assert (found[0] if found else None) == pinpoint


REGISTER = "(Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 11304 тіркелген)"
MINISTER = "Қазақстан Республикасы Денсаулық сақтау және әлеуметтік даму министрінің"
EXTERNAL: list[tuple[str, dict[str, Any]]] = [
    (
        '"Т туралы" 2013 жылғы 15 сәуірдегі Қазақстан Республикасы Заңының 16-бабының 1-тармағына',
        {"act_type": "law", "issuer": None, "adopted_on": "2013-04-15", "title": "Т туралы",
         "pinpoint": {"article": ("16",), "point": ("1",)}},
    ),
    (
        "Қазақстан Республикасының 2013 жылғы 15 сәуірдегі «Т туралы» Заңының 27-бабына",
        {"act_type": "law", "adopted_on": "2013-04-15", "title": "Т туралы"},
    ),
    ('"Білім туралы" Қазақстан Республикасының Заңына', {"act_type": "law", "adopted_on": None, "title": "Білім туралы"}),
    (
        "Қазақстан Республикасының Салық кодексінің 726-бабына сәйкес",
        {"act_type": "code", "issuer": None, "title": None, "pinpoint": {"article": ("726",)}},
    ),
    (
        f"{MINISTER} 2015 жылғы 27 сәуірдегі № 272 бұйрығымен {REGISTER} бекітілген \"Т\" стандарты",
        {"act_type": "order", "number": "272", "registration_number": "11304", "title": None, "approves": "Т",
         "issuer": "Қазақстан Республикасы Денсаулық сақтау және әлеуметтік даму министрі"},
    ),
    (
        f"{MINISTER} 2015 жылғы 27 сәуірдегі № 272 {REGISTER} бұйрығымен бекітілген",
        {"number": "272", "registration_number": "11304", "approved": True},
    ),
    (
        f'"Т туралы" 2015 жылғы 27 сәуірдегі № 272 {MINISTER} бұйрығына {REGISTER} сәйкес',
        {"number": "272", "title": "Т туралы", "registration_number": "11304"},
    ),
    (
        '"Т" Қазақстан Республикасы Әділет министрінің 2015 жылғы 28 сәуірдегі № 246 бұйрығымен бекітілген, нормативтік құқықтық '
        'актілерді мемлекеттік тіркеу тізілімінде № 11408 болып тіркелген "Т2" стандартына',
        {"number": "246", "registration_number": "11408", "approves": "Т2"},
    ),
    (
        f'"Бір алу туралы "Нысандарды бекіту туралы" {MINISTER} 2010 жылғы 23 қарашадағы № 907 бұйрығымен',
        {"title": "Нысандарды бекіту туралы", "number": "907"},
    ),
    (
        'Алматы облысы әкімдігінің "Т туралы" 2018 жылғы 7 ақпандағы № 53 (тізілімінде № 4528 тіркелген, 2018 жылдың 3 наурызында '
        "жарияланған) қаулысының күші жойылды деп танылсын;",
        {"act_type": "resolution", "issuer": "Алматы облысы әкімдігі", "title": "Т туралы", "number": "53",
         "registration_number": "4528", "repealed": True},
    ),
    (
        "Жамбыл облысы Тараз қалалық мәслихатының 2025 жылғы 31 қазандағы № 33-4 шешіміне өзгерістер енгізілсін",
        {"act_type": "decision", "issuer": "Жамбыл облысы Тараз қалалық мәслихаты", "number": "33-4", "amended": True},
    ),
    (
        "Денсаулық сақтау министрінің міндетін атқарушының 2010 жылғы 23 қарашадағы № 907 бұйрығымен",
        {"number": "907"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EXTERNAL)
def test_external(text: str, expected: dict[str, Any]) -> None:
    (hit,) = find_external(text)
    assert {name: getattr(hit, name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан Республикасының заңнамасында белгіленген тәртіппен",
        "Алматы облысының әкімдігі ҚАУЛЫ ЕТЕДІ:",
        "осы қаулы мемлекеттік тіркелген күннен бастап",
        "Осы Заңның қолданысқа енгізілуі",
        "шешім қабылдау мерзімі",
        "кейбір қаулыларының тізбесі",
    ],
)
def test_no_external(text: str) -> None:
    assert find_external(text) == []


REFERENCES = [
    (find_internal, "осы қаулының 1-қосымшасына сәйкес", [("осы қаулының 1-қосымшасына", {"annex": ("1",)})]),
    (find_internal, "Осы Қағидалардың 5-тармағында", [("Осы Қағидалардың 5-тармағында", {"point": ("5",)})]),
    (find_internal, "осы бұйрыққа 1-қосымшаға сәйкес", [("осы бұйрыққа 1-қосымшаға", {"annex": ("1",)})]),
    (find_internal, "осы тармақтың 1), 2) және 3) тармақшаларында",
     [("осы тармақтың 1), 2) және 3) тармақшаларында", {"subpoint": ("1", "2", "3")})]),
    (find_internal, "осы қаулы қолданысқа енгізіледі", []),
    (find_terms, "Стандарттың 9-тармағына сәйкес", [("Стандарттың 9-тармағына", {"point": ("9",)})]),
    (find_terms, "Стандарттың қосымшасына", [("Стандарттың қосымшасына", {"annex": ()})]),
    (find_terms, "осы Стандарттың 9-тармағына", []),
    (find_terms, "Қазақстан Республикасының азаматтары", []),
    (find_forms, "№ 086/е нысан бойынша", [("№ 086/е нысан", None)]),
    (find_forms, "№ 272 бұйрығымен бекітілген нысан", []),
]  # fmt: skip


@pytest.mark.parametrize(("finder", "text", "expected"), REFERENCES)
def test_references(finder: Any, text: str, expected: list[tuple[str, Any]]) -> None:
    assert [(text[r.start : r.end], r.pinpoint) for r in finder(text)] == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Ескерту. 1-тармақ жаңа редакцияда – Алматы облысы әкімдігінің 08.10.2019 № 434 қаулысымен.",
         [("Алматы облысы әкімдігі", "2019-10-08", "434")]),
        ("Ескерту. 3-тармаққа өзгеріс енгізілді - ҚР 2010.11.23 № 354-IV Заңымен.", [("ҚР", "2010-11-23", "354-IV")]),
        ("өзгеріс енгізілді – ҚР Білім министрінің 01.02.2016 № 10 (…); 15.08.2016 № 610 (…) бұйрықтарымен.",
         [("ҚР Білім министрі", "2016-02-01", "10"), (None, "2016-08-15", "610")]),
        ("Ескерту. Алып тасталды.", []),
    ],
)  # fmt: skip
def test_amenders(note: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert [(a.issuer, a.adopted_on, a.number) for a in amenders_of(note)] == expected


NOTE_KINDS = [
    ("Ескерту. Күші жойылды – Алматы облысы әкімдігінің 31.01.2020 № 35 қаулысымен.", "repealed"),
    ("Ескерту. 1-тармақ жаңа редакцияда – Алматы облысы әкімдігінің 08.10.2019 № 434 қаулысымен.", "reworded"),
    ("Ескерту. Қаулы регламентпен толықтырылды – Алматы облысы әкімдігінің 08.10.2019 № 434 қаулысымен.", "added"),
    (
        "Ескерту. Қосымшаның тақырыбы жаңа редакцияда - Алматы облысы әкімдігінің 25.11.2019 № 526 қаулысымен.",
        "title_reworded",
    ),
    ("Ескерту. 3-тармаққа өзгеріс енгізілді - Алматы облысы әкімдігінің 25.11.2019 № 526 қаулысымен.", "changed"),
    ("Ескерту. 01.01.2026 бастап қолданысқа енгізіледі - осы шешімнің 2-тармағымен.", "effective"),
    ("РҚАО-ның ескертпесі. Құжаттың мәтінінде авторлық орфография сақталған.", "editorial"),
]


@pytest.mark.parametrize(("line", "kind"), NOTE_KINDS)
def test_note_kinds(line: str, kind: str) -> None:
    act = parse(f"Қаулы туралы\n1. Осы қаулы.\n{line}\n2. Бұл бұйрық.\n3. Ол заң.\n".encode())
    assert [note.kind for note in act.notes] == [kind]
    if kind in {"effective", "editorial"}:
        assert act.notes[0].by_date is None


TERMS = [
    ('"Анықтама беру" мемлекеттік көрсетілетін қызмет (бұдан әрі - қызмет) тегін көрсетіледі.', "қызмет",
     '"Анықтама беру" мемлекеттік көрсетілетін қызмет'),
    (f'Қызмет {MINISTER} 2015 жылғы 27 сәуірдегі № 272 бұйрығымен {REGISTER} бекітілген "Т" қызмет стандарты (бұдан әрі – Стандарт) '
     "негізінде көрсетіледі.", "Стандарт", '"Т" қызмет стандарты'),
    ("Нәтижелер: 1) х; www.egov.kz порталы (бұдан әрі – портал).", "портал", "www.egov.kz порталы"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "term", "meaning"), TERMS)
def test_terms(text: str, term: str, meaning: str) -> None:
    act = parse(f"Қаулы туралы\n1. {text}\n2. Бұл бұйрық.\n3. Ол заң.\n".encode())
    assert [(found.term, found.meaning) for found in act.defined_terms] == [(term, meaning)]
