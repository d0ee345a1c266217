"""Repair: tables of (printed, expected) for links, wraps, joints, headings, letters, furniture."""

from __future__ import annotations

import pytest

from adilet_parser import parse, repair
from adilet_parser.language.link_shapes import SHAPES
from adilet_parser.language.script import fold, language_of
from adilet_parser.repair.furniture import furniture
from adilet_parser.repair.headings import glued_heading
from adilet_parser.repair.joints import joint
from adilet_parser.repair.links import mend, place

LINKS = [
    # one hole, tail glued to a mark
    ('1) "Т" осы қаулының  сәйкес;1-қосымшасына', "", '1) "Т" осы қаулының 1-қосымшасына сәйкес;'),
    ("қаулының  сәйкес бекітілсін.18-қосымшасына", "осы", "қаулының 18-қосымшасына сәйкес бекітілсін."),
    # tail behind an ordinary blank
    ('Заңының 16-бабының , "Денсаулық сақтау 1-тармағына', "", 'Заңының 16-бабының 1-тармағына, "Денсаулық сақтау'),
    (
        "2015 жылғы 27 сәуірдегі  Қазақстан Республикасы және № 272",
        "",
        "2015 жылғы 27 сәуірдегі № 272 Қазақстан Республикасы және",
    ),
    ("27 сәуірдегі  (Нормативтік № 272", "", "27 сәуірдегі № 272 (Нормативтік"),
    # tail glued to an opening bracket
    ("2015 жылғы 27 сәуірдегі  бұйрығымен (№ 272", "", "2015 жылғы 27 сәуірдегі № 272 бұйрығымен ("),
    # hole at the start of the line: the link is the tail of one that wrapped
    (" сәйкес;қосымшасына", "осы қаулының 5-", "қосымшасына сәйкес;"),
    # a quote mark that opens what the next line holds
    ("Заңының 16-бабының  және «2-тармағына", "", "Заңының 16-бабының 2-тармағына және «"),
    # links that stand where they belong, the outer place first; a note's place
    (
        "дәрігер осы регламенттің  4-тармағының 2) тармақшасында",
        "",
        "дәрігер осы регламенттің 4-тармағының 2) тармақшасында",
    ),
    (
        "Ескерту.  3-1-тармақпен толықтырылды - Алматы қаласы 2-қосымша",
        "",
        "Ескерту. 2-қосымша 3-1-тармақпен толықтырылды - Алматы қаласы",
    ),
    # two links in one hole
    ("Заңының   және Орман 10-бабы 1) тармақшасына", "", "Заңының 10-бабы 1) тармақшасына және Орман"),
    # one more link than holes: the last stands where it belongs
    ("30 желтоқсандағы  қаулысы № 907 4-тармағының", "", "30 желтоқсандағы № 907 қаулысы 4-тармағының"),
    # a place torn at its bracket, at its hyphen, a number torn before its hyphen
    (
        " аталған актімен сақталады.) тармақшасында",
        "Қағидалардың 5-тармағының 4",
        ") тармақшасында аталған актімен сақталады.",
    ),
    (
        "   белгіленген 2016 жылғыбабы 1-тармағының 3) тармақшасында",
        "Жер кодексінің 65-",
        "бабы 1-тармағының 3) тармақшасында белгіленген 2016 жылғы",
    ),
    (" шешіміне ауыстырылсын -13/4", "желтоқсандағы N 4С", "-13/4 шешіміне ауыстырылсын"),
    # a sub-point's word behind another number
    (', "Т туралы" Заңының 27тармақшасына', "1-тармағының 7)", 'тармақшасына, "Т туралы" Заңының 27'),
    (" бұйрығына (тізілімінде № 11145 246", "2015 жылғы 22 сәуірдегі №", "246 бұйрығына (тізілімінде № 11145"),
    (" сәйкес;13-қосымшасына", "осы қаулының", "13-қосымшасына сәйкес;"),
    (" қаулысымен (күнінен кейін № 434", "әкімдігінің 08.10.2019", "№ 434 қаулысымен (күнінен кейін"),
    # several links on a line
    ("қаулысының 1-тармағының , ,1) 2)", "", "қаулысының 1-тармағының 1), 2),"),
    (
        " және  күштері жойылсын.3) 4) тармақшаларының",
        "1-тармағының 1), 2),",
        "3) және 4) тармақшаларының күштері жойылсын.",
    ),
    (
        "08.10.2019  қаулысымен (жарияланған күнінен кейін № 434",
        "",
        "08.10.2019 № 434 қаулысымен (жарияланған күнінен кейін",
    ),
    # the link is in its hole already
    ("осы қаулының  7-қосымшасына", "", "осы қаулының 7-қосымшасына"),
    # shapes of other acts
    ("Қағидалардың  сәйкес жүзеге асырылады.12-тармағына", "", "Қағидалардың 12-тармағына сәйкес жүзеге асырылады."),
    ("осы Заңның  көзделген жағдайларда 9-1-бабында", "", "осы Заңның 9-1-бабында көзделген жағдайларда"),
    ("ҚР 16.01.2026  (01.05.2026 бастап № 259-VIII", "", "ҚР 16.01.2026 № 259-VIII (01.05.2026 бастап"),
    (
        "Стандарттың  сәйкес беріледі және «Жеке 11 және 12-тармақтарына",
        "",
        "Стандарттың 11 және 12-тармақтарына сәйкес беріледі және «Жеке",
    ),
    ("ҚР 23.11.2021  (01.01.2022№ 71-VII", "", "ҚР 23.11.2021 № 71-VII (01.01.2022"),
    ("департаментіне осы тармақтың  және 1) 2)", "", "департаментіне осы тармақтың 1) және 2)"),
    ('1. Әкімдіктің 2015 жылғы 23 маусымдағы  "№ 186/6', "", '1. Әкімдіктің 2015 жылғы 23 маусымдағы № 186/6 "'),
    (
        '2)  "облыс әкімдігі" деген сөздер "облыстың әкімдігікіріспесіндегі',
        "",
        '2) кіріспесіндегі "облыс әкімдігі" деген сөздер "облыстың әкімдігі',
    ),
    (
        "Республикасының  (бұдан әрі - Заң) және Қазақстан Заңына",
        "",
        "Республикасының Заңына (бұдан әрі - Заң) және Қазақстан",
    ),
    (
        "(01.07.2016 бастап  енгізіледі, осы Заңның қолданысқа енгізілуі қолданысқа",
        "",
        "(01.07.2016 бастап қолданысқа енгізіледі, осы Заңның қолданысқа енгізілуі",
    ),
    # a word of no known shape, glued to a mark, one hole
    ("Азаматтық кодекстің  сәйкес;ережелеріне", "", "Азаматтық кодекстің ережелеріне сәйкес;"),
]


def test_a_number_grown_together_with_a_link_in_two_ways_is_refused_and_told() -> None:
    assert place("Кодексі 7-бабының  491-тармағының", "", SHAPES, ") тармақшасына сәйкес") == (None, True)


NOT_LINKS = [
    "Ескерту. Күші жойылды – әкімдігінің қаулысымен",
    "көрсетілетін қызметті беруші ) тегін көрсетіледі.",
    " күн өткен соң қолданысқа енгізіледі).",
    "1) бір  екі үш",
    "www.egov.kz  порталы арқылы жүзеге асырылады.",
]


@pytest.mark.parametrize(("line", "above", "expected"), LINKS)
def test_a_displaced_link_goes_back(line: str, above: str, expected: str) -> None:
    placement, unplaced = place(line, above, SHAPES)
    assert placement is not None
    assert not unplaced
    mended = mend(line, 0, placement)
    assert mended.text == expected
    assert sorted("".join(expected.split())) == sorted("".join(line.split()))
    for at, source, length in mended.runs:
        assert mended.text[at : at + length] == line[source : source + length]


@pytest.mark.parametrize("line", NOT_LINKS)
def test_a_line_without_displaced_links_stays(line: str) -> None:
    placement, _ = place(line, "", SHAPES)
    assert placement is None or mend(line, 0, placement).text == " ".join(line.split())


@pytest.mark.parametrize(
    ("line", "below", "expected"),
    [
        ("бойынша осы Заңның  2-5-бабының", "тармағында көзделген", "бойынша осы Заңның 5-бабының 2-"),
        ('туралы" Заңының  3-16-бабы', "тармағына сәйкес", 'туралы" Заңының 16-бабы 3-'),
        ("бойынша осы Заңның  2-5-бабының", "талаптары қолданылады", "бойынша осы Заңның 2-5-бабының"),
        # a number that the next line goes on with, grown together with the first link
        (
            "осы қаулының  көрсетілген учаскеде – 20163-тармағында",
            "жылғы 15 қыркүйекке",
            "осы қаулының 3-тармағында көрсетілген учаскеде – 2016",
        ),
        ("Кодексі 7-бабының  13-тармағының", ") тармақшасына сәйкес", "Кодексі 7-бабының 3-тармағының 1"),
        ("Шағым Заңның  сәйкес 525-бабының", "(бес) жұмыс күні ішінде", "Шағым Заңның 25-бабының сәйкес 5"),
        (
            "Заңының  және кодексінің  13-тармағына 18-бабы",
            "-тармағының сәйкес",
            "Заңының 3-тармағына және кодексінің 18-бабы 1",
        ),
    ],
)
def test_a_link_behind_a_number_that_wraps_at_its_hyphen(line: str, below: str, expected: str) -> None:
    placement, _ = place(line, "", SHAPES, below)
    assert placement is not None
    assert mend(line, 0, placement).text == expected


def test_a_link_with_two_possible_holes_is_refused_and_told() -> None:
    body = "      Осы қаулының  және сол қаулының  сәйкес жүзеге асырылады;1-қосымшасына\n"
    filler = "      Көрсетілетін қызметті беруші құжаттарды қабылдайды және тексереді, содан кейін \nтіркейді.\n" * 4
    act = parse((filler + body).encode())
    assert "1-қосымшасына" in act.text
    assert act.conservation.exact
    assert "link_unplaced" in {entry.code for entry in act.problems}


JOINTS = [
    ("сағат 9.00-ден 18.30", "-ға дейін", ""),
    ("№ 272", "-нан бастап", ""),
    ("нәтижесі 5", "- тіркеу", " "),
    ("осы", "қаулы", " "),
    ("рәсімді (", "іс-қимылды)", ""),
    ("беруші", ") тегін", ""),
    ("қаулының 5-", "қосымшасына", ""),
    ("іс-", "қимыл", ""),
    ("тұратыны/", "тұрмайтыны", ""),
    ("Нәтижесі -", "мемлекеттік", " "),
    ("минут. Нәтижесі –", "ауызша", " "),
    ('жылғы "', '28" қаңтардағы', ""),
    ("анықтама беру", '" мемлекеттік', ""),
    ("анықтама беру", '"Мемлекеттік', " "),
    ('туралы"', "2015 жылғы", " "),
    ('ішінде ("', "Стационарлық", ""),
    ("тізілімінде №", "6697", " "),
    ("сәуірдегі № ҚР ДСМ", "-31 бұйрығы", ""),
    ("осы Заң", "-31 минут", " "),
    ("", "қаулы", ""),
]


@pytest.mark.parametrize(("before", "after", "expected"), JOINTS)
def test_joint(before: str, after: str, expected: str) -> None:
    assert joint(before, after) == expected


HEADINGS = [
    ('"Т" мемлекеттік көрсетілетін қызмет регламенті 1. Жалпы ережелер', "1. Жалпы ережелер"),
    ('"Т" стандарты 1-тарау. Жалпы ережелер', "1-тарау. Жалпы ережелер"),
    ('1. "Т" қызметінің регламенті 1. Бөлімге сәйкес бекітілсін.', None),
    ("осы регламенті бойынша 1. Тізбе", None),
    ('"Т" регламенті', None),
]


@pytest.mark.parametrize(("paragraph", "heading"), HEADINGS)
def test_glued_heading(paragraph: str, heading: str | None) -> None:
    at = glued_heading(paragraph)
    assert (None if at is None else paragraph[at:]) == heading


LETTERS = [
    ("Нормативтiк құқықтық актiлердi", "Нормативтік құқықтық актілерді"),
    ("cтационарға", "стационарға"),
    ("қaулы ЕТЕДI:", "қаулы ЕТЕДІ:"),
    ("мəслихат", "мәслихат"),
    ("www.egov.kz порталы", "www.egov.kz порталы"),
    ("№ 354-IV Заңымен", "№ 354-IV Заңымен"),
    ("e-mail: akimat@gov.kz", "e-mail: akimat@gov.kz"),
    ("Windowsқа", "Windowsқа"),
]


@pytest.mark.parametrize(("printed", "expected"), LETTERS)
def test_fold(printed: str, expected: str) -> None:
    folded, changed = fold(printed)
    assert folded == expected
    assert len(folded) == len(printed)
    assert bool(changed) == (printed != expected)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Осы қаулының орындалуын бақылау", "kk"),
        ("В соответствии с пунктом 2 статьи 5 и на основании пункта 3 не позднее", "ru"),
        ("", "kk"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


WRAPPED = "      {}. Осы қағида мемлекеттік қызмет көрсетудің тәртібін айқындайды және жалпыға \nбірдей міндетті болып табылады.\n"
PARAGRAPHS = [
    # wraps join; six blanks start a paragraph
    (WRAPPED.format(1) + WRAPPED.format(2), 2),
    # a page break in mid-sentence
    (WRAPPED.format(1).replace(" \nбірдей", " \n\n\n\nбірдей") + WRAPPED.format(2), 2),
    # a heading between blank lines, wrapped itself
    (WRAPPED.format(1) + "\n2. Мемлекеттік қызмет көрсету процесінде көрсетілетін қызметті \nберушінің тәртібі\n\n" + WRAPPED.format(2), 3),
    # a stamp torn by blank lines
    (
        WRAPPED.format(1) + WRAPPED.format(2)
        + '\n \nАлматы облысы әкімдігінің 2019 жылғы "\n\n28" қаңтардағы № 43 қаулысымен \nбекітілген 1-қосымша\n\n"Т" регламенті\n\n'
        + WRAPPED.format(1),
        5,
    ),
    # a note in the middle, then a title
    (
        WRAPPED.format(1) + "      Ескерту. Регламент жаңа редакцияда – Алматы облысы әкімдігінің \n08.10.2019 № 434 қаулысымен.\n\n"
        '"Т" мемлекеттік көрсетілетін қызмет регламенті\n\n' + WRAPPED.format(1),
        4,
    ),
    # links on lines of their own, in a law whose lines were not wrapped
    (
        ("      Ескерту. 1-бапқа өзгеріс енгізілді - ҚР 25.06.2020 \n№ 347-VI\n (алғашқы ресми жарияланған күнінен кейін "
         + "күнтізбелік он күн өткен соң қолданысқа енгізіледі); 30.12.2021 \n№ 96-VII\n (01.01.2022 бастап қолданысқа \nенгізіледі\n) Заңдарымен.\n\n") * 2
        + "      " + "ә" * 200 + ".\n\n" + "      Осы Заңның 12-бабының \n2-тармағына\n сәйкес.\n",
        4,
    ),
    # a note ends with its act, a signature stands on its own, a bracket goes on
    (
        "      Ескерту. 1-бап жаңа редакцияда – ҚР 11.10.2018 № 187-VI (алғашқы ресми жарияланған \n"
        "күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі, ол туралы) Заңымен.\nОсы Заң қатынастарды реттейді.\n",
        2,
    ),
    (WRAPPED.format(1) + "      5. Осы шешім 2026 жылғы 1 қаңтардан бастап қолданысқа енгізілетін болады.\nАудандық мәслихат төрағасы Е. Нұрдәулетов\n", 3),
    (WRAPPED.format(1) + "      3. Заңының (Қазақстан Республикасы Парламентінің\nЖаршысы, 1999 ж., № 15) күші жойылсын.\n", 2),
    # one paragraph a line: repaired text stays as it is
    ("Қаулы туралы\n1. Осы қаулы.\n2. Осы бұйрық.\n1) бір;\n2) екі.\n", 5),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "count"), PARAGRAPHS)
def test_paragraphs(printed: str, count: int) -> None:
    lines = repair(printed.encode()).split("\n")
    assert len(lines) == count, lines
    assert all("  " not in line and line == line.strip() for line in lines)


def test_a_torn_remainder_stays_alone() -> None:
    printed = (
        WRAPPED.format(1)
        + '\n \n"Т" мемлекеттік көрсетілетін \nқызмет регламентіне қосымша\n\n'
        + "Мемлекеттік қызмет көрсетудің бизнес-процестерінің анықтамалығы\n күн өткен соң қолданысқа енгізіледі).\n\n"
        + '"Ә" мемлекеттік көрсетілетін қызмет регламенті\n\n1. Жалпы ережелер\n\n'
        + WRAPPED.format(1)
    )
    act = parse(printed.encode())
    assert "күн өткен соң қолданысқа енгізіледі)." in act.text.split("\n")
    assert "text_torn" in {entry.code for entry in act.problems}
    assert not act.durations


def test_furniture() -> None:
    lines = [
        "Мәтін",
        "Ресми жарияланым",
        "Ақпарат",
        "1. Осы бұйрық.",
        "© 2012. Қазақстан Республикасы Әділет министрлігінің",
        "ШЖҚ РМК",
    ]
    assert sorted(furniture(lines)) == [0, 1, 2, 4, 5]
    act = parse(("\n".join(lines) + "\n").encode())
    assert act.text == "1. Осы бұйрық."
    assert act.conservation.exact
    assert [entry.kind for entry in act.repairs].count("dropped_furniture") == 5


def test_a_word_of_the_site_alone_is_no_furniture() -> None:
    assert furniture(["Ақпарат", "1. Осы бұйрық."]) == {}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("осы қаулының 2қосымшасына сәйкес", "осы қаулының 2-қосымшасына сәйкес"),
        ("Заңның 25бабы 2-тармағының", "Заңның 25-бабы 2-тармағының"),
        ("сондайақ интернетресурсында", "сондайақ интернетресурсында"),  # not certain: stays
        ("А4қосымша", "А4қосымша"),
    ],
)
def test_hyphens_lost_in_numbers_come_back(line: str, expected: str) -> None:
    act = parse(f"1. {line} бекітілсін.\n2. Осы қаулы.\n3. Бұйрық заң.\n".encode(), "x.txt")
    assert expected in act.text
    restored = [entry for entry in act.repairs if entry.kind == "hyphen_restored"]
    assert len(restored) == (line != expected)
    assert act.conservation.exact
    assert act.conservation.added == len(restored)
    assert all(act.text[slice(*entry.span)] == "-" for entry in restored)
