"""Structure: tables for headers, annex headers, numbering, locators, signatures, lost annexes."""

from __future__ import annotations

from typing import Any

import pytest

from adilet_parser import Act, parse
from adilet_parser.language.bodies import nominative
from adilet_parser.segment.annex_list import Promise, assign
from adilet_parser.segment.numbering import forms_of
from adilet_parser.segment.signatures import signature_at, signature_of
from adilet_parser.segment.stamps import Stamp, is_title, kind_of, service_of, stamp_of


def act_of(*lines: str) -> Act:
    return parse(("\n".join(lines) + "\n").encode(), "made.txt")


HEADERS: list[tuple[str, dict[str, Any]]] = [
    (
        "Ақмола облысы әкімдігінің 2014 жылғы 23 қазандағы № А-13/611 қаулысы. Ақмола облысының Әділет департаментінде "
        "2014 жылғы 8 желтоқсанда № 4500 болып тіркелді",
        {
            "type": "resolution", "issuer": "Ақмола облысы әкімдігі", "adopted_on": "2014-10-23", "number": "А-13/611",
            "registration": {"body": "Ақмола облысының Әділет департаменті", "registered_on": "2014-12-08", "number": "4500"},
        },
    ),
    (
        "Қазақстан Республикасы Білім және ғылым министрінің 2016 жылғы 22 қаңтардағы № 66 бұйрығы. Қазақстан "
        "Республикасының Әділет министрлігінде 2016 жылы 24 ақпанда № 13487 болып тіркелді.",
        {
            "type": "order", "issuer": "Қазақстан Республикасы Білім және ғылым министрі", "number": "66",
            "registration": {
                "body": "Қазақстан Республикасының Әділет министрлігі", "registered_on": "2016-02-24", "number": "13487",
            },
        },
    ),
    (
        "Жамбыл облысы Тараз қалалық мәслихатының 2025 жылғы 31 қазандағы № 33-4 шешімі",
        {"type": "decision", "issuer": "Жамбыл облысы Тараз қалалық мәслихаты", "adopted_on": "2025-10-31", "number": "33-4",
         "registration": None},
    ),
    (
        "Маңғыстау облысы әкімдігінің 2012 жылғы 08 маусымдағы N 157 қаулысы. Маңғыстау облысының әділет Департаментінде 2012 "
        "жылғы 10 шілдеде N 2140 тіркелді. Күші жойылды - Маңғыстау облысы әкімдігінің 2013 жылғы 27 маусымдағы № 17/1 қаулысымен",
        {"adopted_on": "2012-06-08", "number": "157", "status": "repealed",
         "repealed_by": {"issuer": "Маңғыстау облысы әкімдігі", "adopted_on": "2013-06-27", "number": "17/1"}},
    ),
    (
        "Шығыс Қазақстан облысы әкімдігінің «29» қарашадағы 2012 жылғы № 287 қаулысы",
        {"adopted_on": "2012-11-29", "number": "287"},
    ),
    (
        "Қазақстан Республикасы Президентінің 2014 жылғы 26 желтоқсандағы № 986 Жарлығы",
        {"type": "decree", "issuer": "Қазақстан Республикасы Президенті"},
    ),
    (
        "Қазақстан Республикасы Денсаулық сақтау министрінің 2020 жылғы 5 мамырдағы № ҚР ДСМ-44/2020 бұйрығы",
        {"type": "order", "number": "ҚР ДСМ-44/2020"},
    ),
]  # fmt: skip
BODY = ("1. Осы қаулы ресми жарияланған күнінен бастап қолданысқа енгізіледі.", "2. Бақылау әкімге жүктелсін.")


@pytest.mark.parametrize(("info", "expected"), HEADERS)
def test_header(info: str, expected: dict[str, Any]) -> None:
    act = act_of("Мемлекеттік қызметтер туралы", info, "Заңға сәйкес облыс әкімдігі ҚАУЛЫ ЕТЕДІ:", *BODY)
    facts = act.act.model_dump()
    assert {name: facts[name] for name in expected} == expected
    assert facts["title"] == "Мемлекеттік қызметтер туралы"


@pytest.mark.parametrize(
    ("line", "status", "source"),
    [("Күшін жойған", "repealed", "header"), ("Жаңартылған", "in_force", "header"), ("Жаңа", "new", "header")],
)
def test_status_word(line: str, status: str, source: str) -> None:
    act = act_of("Қызметтер туралы", line, HEADERS[0][0], "Заңға сәйкес әкімдік ҚАУЛЫ ЕТЕДІ:", *BODY)
    assert (act.act.status, act.act.status_source) == (status, source)


def test_status_from_a_note() -> None:
    note = "Ескерту. Күші жойылды - Ақмола облысы әкімдігінің 24.05.2016 № А-6/233 қаулысымен."
    act = act_of("Қызметтер туралы", HEADERS[0][0], note, "Заңға сәйкес әкімдік ҚАУЛЫ ЕТЕДІ:", *BODY)
    assert (act.act.status, act.act.status_source) == ("repealed", "note")
    assert act.act.repealed_by is not None
    assert act.act.repealed_by.number == "А-6/233"
    assert act.notes[0].at == "header.note"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Алматы облысы әкімдігінің", "Алматы облысы әкімдігі"),
        ("Аудандық мәслихаттың", "Аудандық мәслихат"),
        ("министрінің міндетін атқарушының", "министрінің міндетін атқарушы"),
        ("Қазақстан Республикасының Әділет министрлігінде", "Қазақстан Республикасының Әділет министрлігі"),
    ],
)
def test_nominative(name: str, expected: str) -> None:
    assert nominative(name) == expected


STAMPS = [
    ('Алматы облысы әкімдігінің 2019 жылғы "28" қаңтардағы № 43 қаулысымен бекітілген 1-қосымша', Stamp("1")),
    (
        "Қазақстан Республикасы Білім және ғылым министрінің 2020 жылғы 4 мамырдағы № 180 бұйрыққа 1-қосымша",
        Stamp("1"),
    ),
    ("Министрдің 2016 жылғы 22 қаңтардағы № 66 бұйрығына қосымша", Stamp(None)),
    ("Батыс Қазақстан облысы әкімдігінің 2015 жылғы 9 маусымдағы № 153 қаулысымен бекітілген", Stamp(None)),
    ('"Анықтама беру" мемлекеттік көрсетілетін қызмет регламентіне 2-қосымша', Stamp("2", "регламент")),
    ("Тестілеу өткізу қағидаларына 12-1-қосымша", Stamp("12-1", "қағида")),
    ("1-қосымша", Stamp("1")),
    ("Осы бұйрық 2-қосымшаға сәйкес бекітілсін.", None),
    ("1) осы қаулының 1-қосымшасына сәйкес;", None),
    ("көрсетілетін қызметті алушыға берілетін қосымша", None),
]


@pytest.mark.parametrize(("line", "expected"), STAMPS)
def test_stamp(line: str, expected: Stamp | None) -> None:
    assert stamp_of(line) == expected


TITLES = [
    ('"Дәрігерді үйге шақыру" мемлекеттік көрсетілетін қызмет регламенті', True, "regulation", "Дәрігерді үйге шақыру"),
    ("«Анықтама беру» мемлекеттік көрсетілетін қызмет стандарты", True, "standard", "Анықтама беру"),
    ("Тестілеу өткізу қағидалары", False, "rules", None),
    ("Күші жойылған кейбір қаулылардың тізбесі", False, "list", None),
    ("Мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығы", False, "process_directory", None),
    ('1. "А" регламенті', False, "regulation", None),
]


@pytest.mark.parametrize(("line", "title", "kind", "service"), TITLES)
def test_title(line: str, title: bool, kind: str, service: str | None) -> None:
    assert (is_title(line), kind_of(line), service_of(line)) == (title, kind, service)


NUMBERINGS = [
    # chapters beside points that run on
    (["1. Жалпы ережелер", "1. Осы.", "2. Бұл.", "2. Тәртіп", "3. Сонымен."], "HPPHP"),
    # a chapter whose number is also the next point's
    (["1. Жалпы ережелер", "1. Осы.", "2. Көрсету тәртібі", "2. Бұл.", "3. Сонымен."], "HPHPP"),
    # points without full stops stay points
    (["1. Бір", "2. Екі", "3. Үш"], "PPP"),
    # a heading that ends with a colon is a point
    (["1. Осы:", "1) бір;", "2) екі.", "2. Бұл."], "PSSP"),
    (["1-тарау. Жалпы ережелер", "1. Осы.", "2-тарау. Тәртіп", "2. Бұл.", "1-параграф. Өтініш", "3. Сол."], "HPHPHP"),
    (["1-бап. Ұғымдар", "1. Осы.", "46-13) ұғым;", "2-1. Қосылған."], "APSP"),
    (["18.30-ға дейін.", "14.30-ға дейінгі түскі үзіліспен"], "TT"),
    (["2)осы бұйрық;"], "S"),
    (["Ескерту. 1-тармақ жаңа редакцияда."], "N"),
]
LETTER = {"heading": "H", "point": "P", "subpoint": "S", "article": "A", "note": "N", "text": "T"}


@pytest.mark.parametrize(("lines", "expected"), NUMBERINGS)
def test_numbering(lines: list[str], expected: str) -> None:
    assert "".join(LETTER[form.form] for form in forms_of(lines)) == expected


@pytest.mark.parametrize(
    ("line", "position", "name"),
    [
        ("Облыс әкімі Б. Ізмұхамбетов", "Облыс әкімі", "Б. Ізмұхамбетов"),
        ("Орал қалалық мәслихатының төрағасы Е. Қалиев", "Орал қалалық мәслихатының төрағасы", "Е. Қалиев"),
        ("Облыс әкімінің міндетін атқарушы С.А. Иманов", "Облыс әкімінің міндетін атқарушы", "С.А. Иманов"),
    ],
)
def test_signature(line: str, position: str, name: str) -> None:
    signature = signature_of(line)
    assert signature is not None
    assert (signature.position, signature.name) == (position, name)


@pytest.mark.parametrize("line", ["4. Бақылау әкімнің орынбасары А. Абдуалиевқа жүктелсін.", "Облыс әкімі", ""])
def test_no_signature(line: str) -> None:
    assert signature_of(line) is None


STACKED = [
    (["Қазақстан Республикасының", "Білім және ғылым министрі", "А. Аймагамбетов"], "Білім және ғылым министрі"),
    (["Қазақстан Республикасының А. Сәрінжіпов", "Білім және ғылым министрі"], "Білім және ғылым министрі"),
    (
        ["Қазақстан Республикасы", "Білім және ғылым министрінің", "міндетін атқарушы", "Е. Иманғалиев"],
        "міндетін атқарушы",
    ),
]


@pytest.mark.parametrize(("lines", "end"), STACKED)
def test_stacked_signature(lines: list[str], end: str) -> None:
    hit = signature_at(lines)
    assert hit is not None
    signature, taken = hit
    assert taken == len(lines)
    assert signature.position.endswith(end)
    assert signature.position.startswith("Қазақстан")


def test_those_who_agreed_are_no_point() -> None:
    act = act_of(
        "Қ туралы", HEADERS[0][0], "Әкімдік ҚАУЛЫ ЕТЕДІ:", *BODY, "Облыс әкімі Б. Ізмұхамбетов", '"КЕЛІСІЛДІ"',
        "Денсаулық сақтау министрлігі", "_______ Т. Дүйсенова", "17 ақпан 2016 ж.",
    )  # fmt: skip
    assert act.points[-1].text == "Бақылау әкімге жүктелсін."
    assert [signature.name for signature in act.act.signed_by] == ["Б. Ізмұхамбетов"]
    assert act.tree.children[-1].kind == "signature"


def test_locators() -> None:
    act = act_of(
        "Қызметтер туралы", HEADERS[0][0], "Заңға сәйкес әкімдік ҚАУЛЫ ЕТЕДІ:",
        "1. Мыналар бекітілсін:", "1) бірінші;", "2) екінші.", "Бұл ретте олар міндетті.",
        "2. Тізбе:", "1) а:", "бірінші бөлік;", "2) ә.", "Жаңа тізбе:", "1) б;", "2) в.",
        "Облыс әкімі Б. Ізмұхамбетов",
        "Ақмола облысы әкімдігінің 2014 жылғы 23 қазандағы № А-13/611 қаулысымен бекітілген 1-қосымша",
        "Ескерту. Регламент жаңа редакцияда – Ақмола облысы әкімдігінің 08.10.2019 № 434 қаулысымен.",
        '"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті', "1. Жалпы ережелер", "1. Осы регламент.",
        "Ескерту. 1-тармақ жаңа редакцияда – Ақмола облысы әкімдігінің 08.10.2019 № 434 қаулысымен.",
        "2-1. Қосылған тармақ.",
        '"Анықтама беру" мемлекеттік көрсетілетін қызмет регламентіне 1-қосымша', "Нысан", "Өтініш", "1. Аты-жөні.",
    )  # fmt: skip
    texts = {point.at: point.text for point in act.points}
    assert texts == {
        "point_1": "Мыналар бекітілсін:\nБұл ретте олар міндетті.",
        "point_1.subpoint_1": "бірінші;",
        "point_1.subpoint_2": "екінші.",
        "point_2": "Тізбе:\nЖаңа тізбе:",
        "point_2.subpoint_1": "а:\nбірінші бөлік;",
        "point_2.subpoint_2": "ә.",
        "point_2.list_2.subpoint_1": "б;",
        "point_2.list_2.subpoint_2": "в.",
        "annex_1.point_1": "Осы регламент.",
        "annex_1.point_2-1": "Қосылған тармақ.",
        "annex_1.annex_1.point_1": "Аты-жөні.",
    }
    assert [note.at for note in act.notes] == ["annex_1.note", "annex_1.point_1.note"]
    assert [(annex.at, annex.kind, annex.parent) for annex in act.annexes] == [
        ("annex_1", "regulation", None),
        ("annex_1.annex_1", "form", "annex_1"),
    ]
    assert act.act.signed_by[0].name == "Б. Ізмұхамбетов"
    assert not act.problems


@pytest.mark.parametrize(
    ("numbers", "gaps"),
    [
        (("1.", "2.", "3."), []),
        (("1.", "3.", "4."), ["point_3"]),
        (("1.", "2.", "2-1.", "3."), []),
        (("1.", "1)", "3)", "2."), ["point_1.subpoint_3"]),
        (("2.", "3.", "4."), ["point_2"]),
    ],
)
def test_gaps_in_numbering_are_told(numbers: tuple[str, ...], gaps: list[str]) -> None:
    act = act_of("Қ туралы", HEADERS[0][0], "Әкімдік ҚАУЛЫ ЕТЕДІ:", *(f"{number} Осы қаулы." for number in numbers))
    assert [entry.at for entry in act.problems if entry.code == "number_gap"] == gaps


def test_chapters_that_restart_the_numbering_stand_in_the_path() -> None:
    act = act_of(
        "Қызметтер туралы", HEADERS[0][0], "Заңға сәйкес әкімдік ҚАУЛЫ ЕТЕДІ:", BODY[0],
        "2014 жылғы 23 қазандағы № А-13/611 қаулысымен бекітілген 1-қосымша", "Тестілеу қағидалары",
        "1-тарау. Жалпы", "1. Осы.", "2. Бұл.", "2-тарау. Тәртіп", "1. Сол.",
    )  # fmt: skip
    assert [point.at for point in act.points][1:] == [
        "annex_1.chapter_1.point_1", "annex_1.chapter_1.point_2", "annex_1.chapter_2.point_1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ("2. Осы қаулы 2026 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.", "2026-01-01"),
        ("2. Осы қаулы алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.", None),
        ("2. Осы қаулы, 3-тармақты қоспағанда, 01.07.2025 бастап қолданысқа енгізіледі.", "2025-07-01"),
        ("2. Осы қаулының 3-тармағы 2026 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.", None),
        ("2. Осы қаулы 2026 жылғы 1 қаңтардан бастап қолданысқа енгізіледі. Осы қаулы 2027 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.", None),
        ("2. Осы қаулы ресми жарияланған күнінен бастап қолданысқа енгізіледі және 2026 жылғы 1 қаңтардан бастап туындаған қатынастарға қолданылады.", None),
    ],
)  # fmt: skip
def test_from_when_it_is_in_force(point: str, expected: str | None) -> None:
    act = act_of(
        "Қызмет туралы",
        "Абай облысы әкімдігінің 2025 жылғы 5 мамырдағы № 7 қаулысы",
        "ҚАУЛЫ ЕТЕДІ:",
        "1. Бекітілсін.",
        point,
    )
    assert act.act.effective == expected


def test_lines_of_a_form_are_no_points() -> None:
    act = act_of(
        "Қызмет туралы", "Абай облысы әкімдігінің 2022 жылғы 5 мамырдағы № 7 қаулысы", "ҚАУЛЫ ЕТЕДІ:", *BODY,
        "Абай облысы әкімдігінің 2022 жылғы 5 мамырдағы № 7 қаулысына 1-қосымша", "Нысан", "Өтініш",
        "1. Тегі, аты ______________", "2. Мекенжайы ______________", "1) телефон ______", "Қолы ________",
    )  # fmt: skip
    assert [point.at for point in act.points] == ["point_1", "point_2"]


def test_a_quoted_number_starts_no_point() -> None:
    act = act_of(
        *("Қ туралы", HEADERS[0][0], "Әкімдік ҚАУЛЫ ЕТЕДІ:"), "1. Мыналар:", '"1. Мыналар:', "1) бірі;", "2. Бұл."
    )
    assert [point.at for point in act.points] == ["point_1", "point_1.subpoint_1", "point_2"]
    assert act.points[0].text == 'Мыналар:\n"1. Мыналар:'
    assert {"number_repeated", "quote_unclosed"} <= {entry.code for entry in act.problems}


def test_a_lost_annex_header_is_inferred_or_refused() -> None:
    head = ("Қ туралы", HEADERS[0][0], "Әкімдік ҚАУЛЫ ЕТЕДІ:")
    listed = (
        "1. Бекітілсін:",
        '1) "Анықтама беру" осы қаулының 1-қосымшасына сәйкес;',
        '2) "Рұқсат беру" осы қаулының 2-қосымшасына сәйкес.',
    )
    stamp = "Ақмола облысы әкімдігінің 2014 жылғы 23 қазандағы № А-13/611 қаулысымен бекітілген 1-қосымша"
    first = (stamp, '"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті', "1. Жалпы ережелер", "1. Осы.")
    second = ('"Рұқсат беру" мемлекеттік көрсетілетін қызмет регламенті', "1. Жалпы ережелер", "1. Бұл.")
    act = act_of(*head, *listed, *first, *second)
    assert [(annex.number, annex.header_present) for annex in act.annexes] == [("1", True), ("2", False)]
    assert [entry.at for entry in act.problems if entry.code == "annex_header_lost"] == ["annex_2"]
    stranger = ('"Тіркеу туралы куәлік" мемлекеттік көрсетілетін қызмет регламенті', "1. Жалпы ережелер", "1. Бұл.")
    act = act_of(*head, *listed, *first, *stranger)
    assert [annex.number for annex in act.annexes] == ["1", None]
    assert {"annex_header_lost", "annex_missing"} <= {entry.code for entry in act.problems}


def test_two_titles_with_one_claim_are_both_refused() -> None:
    promises = [Promise("1", "Анықтама беру", None), Promise("2", "Рұқсат беру", None)]
    assert assign(["Анықтама беру", "Анықтама беру"], promises) == [None, None]
    assert assign(["Рұқсат беру"], promises) == [promises[1]]
    assert assign([], promises) == []


def test_missing_and_unlisted_annexes_are_told() -> None:
    stamp = "Ақмола облысы әкімдігінің 2014 жылғы 23 қазандағы № А-13/611 қаулысымен бекітілген 3-қосымша"
    act = act_of(
        "Қ туралы", HEADERS[0][0], "Әкімдік ҚАУЛЫ ЕТЕДІ:", "1. Осы қаулының 1-қосымшасына сәйкес тізбе бекітілсін.", stamp, "Тізбе тізбесі"
    )  # fmt: skip
    codes = {entry.code for entry in act.problems}
    assert {"annex_missing", "annex_unlisted"} <= codes
