"""Ids of documents: the examples whose ids were seen, the exceptions, and what must not be computed."""

from __future__ import annotations

import pytest

from adilet_parser import parse
from adilet_parser.identity.adilet_id import identify
from adilet_parser.identity.frbr import frbr_uri, slug
from tests.conftest import TEXT_FILE

MINISTER = "Қазақстан Республикасы Денсаулық сақтау министрі"
IDS: list[tuple[str, str | None, str | None, str | None, str | None, str, str]] = [
    ("order", MINISTER, "2015-04-27", "272", "11304", "V1500011304", "sure"),
    ("order", MINISTER, "2010-11-23", "907", "6697", "V1000006697", "sure"),
    ("order", MINISTER, "2010-06-10", "274", "6321", "V100006321_", "sure"),
    ("order", MINISTER, "2010-09-01", "1", "6500", "V1000006500", "doubtful"),
    ("order", MINISTER, "2014-12-18", "330", "10091", "V1400010091", "doubtful"),
    ("resolution", "Атырау облысы әкімдігі", "2015-06-05", "180", "3229", "V15T0003229", "sure"),
    ("resolution", "Ақтөбе облысының әкімдігі", "2015-06-05", "180", "4428", "V15C0004428", "sure"),
    ("resolution", "Алматы қаласы әкімдігі", "2014-05-05", "324", "1044", "V14R0001044", "sure"),
    ("resolution", "Астана қаласы әкімдігі", "2012-12-06", "120-628", "764", "V12A0000764", "sure"),
    ("resolution", "Шығыс Қазақстан облысы әкімдігі", "2016-06-05", "180", "4608", "V16V0004608", "sure"),
    ("resolution", "Солтүстік Қазақстан облыстық әкімдігі", "2014-12-26", "180", "3083", "V14S0003083", "sure"),
    ("resolution", "Батыс Қазақстан облысы әкімдігі", "2014-06-05", "180", "3589", "V14Z0003589", "sure"),
    ("resolution", "Павлодар облысы Павлодар ауданы әкімдігі", "2013-02-05", "17", "3454", "V13PK003454", "doubtful"),
    ("resolution", "Павлодар облысы Ақсу қалалық әкімдігі", "2011-11-30", "17", "12-2-188", "V11PB000188", "doubtful"),
    ("decision", "Маңғыстау облысы Бейнеу аудандық мәслихаты", "2017-10-30", "18/145", "3464", "V17MC003464", "doubtful"),
    ("decision", "Жамбыл облысы Жуалы аудандық мәслихаты", "2014-06-05", "1", "2268", "V14GD002268", "doubtful"),
    ("resolution", "Маңғыстау облысы әкімдігі", "2023-11-05", "180", "4696-12", "V23M0469612", "doubtful"),
    ("resolution", "Қазақстан Республикасы Үкіметі", "2015-12-31", "1193", None, "P1500001193", "sure"),
    ("resolution", "Қазақстан Республикасының Үкіметі", "2009-06-19", "930", None, "P090000930_", "sure"),
    ("decree", "Қазақстан Республикасы Президенті", "2014-12-26", "986", None, "U1400000986", "sure"),
    ("law", None, "2013-04-15", "88-V", None, "Z1300000088", "sure"),
    ("code", None, "2014-07-03", "226-V", None, "K1400000226", "sure"),
    ("code", None, "2007-01-09", "212", None, "K070000212_", "sure"),
]  # fmt: skip


@pytest.mark.parametrize("row", IDS, ids=[row[5] for row in IDS])
def test_ids(row: tuple[str, str | None, str | None, str | None, str | None, str, str]) -> None:
    act_type, issuer, adopted, number, registered, expected, certainty = row
    found = identify(act_type, issuer, adopted, number, registered)
    assert found is not None
    assert (found.adilet_id, found.certainty) == (expected, certainty)
    assert len(found.adilet_id) == 11
    assert found.url.endswith(f"/kaz/docs/{expected}")


@pytest.mark.parametrize(
    ("title", "date", "expected"),
    [
        ("Мемлекеттік көрсетілетін қызметтер туралы", "2013-04-15", ("Z1300000088", "sure")),
        ("Мемлекеттік көрсетілетін қызметтер туралы", None, ("Z1300000088", "doubtful")),
        ("Мемлекеттік көрсетілетін қызметтер туралы", "2013-04-16", None),
        ("Мұндай заң жоқ", "2013-04-15", None),
    ],
)
def test_known_laws(title: str, date: str | None, expected: tuple[str, str] | None) -> None:
    found = identify("law", None, date, None, None, title)
    assert (found and (found.adilet_id, found.certainty)) == expected


@pytest.mark.parametrize(
    ("act_type", "issuer", "date", "number", "registered"),
    [
        ("order", MINISTER, "2015-04-27", "272", None),  # not registered, or not said
        ("resolution", "Абай облысы әкімдігі", "2015-04-27", "1", "4000"),  # no such region then
        ("resolution", "Алматы облысы Жоқ аудандық әкімдігі", "2015-04-27", "1", "4000"),  # letter unknown
        ("resolution", "Қазақстан Республикасы Үкіметі", "2010-07-20", "745", None),  # the year the form changed
        ("resolution", None, "2015-04-27", "1", "4000"),
        (None, MINISTER, None, None, None),
    ],
)
def test_what_cannot_be_known_is_not_said(
    act_type: str | None, issuer: str | None, date: str | None, number: str | None, registered: str | None
) -> None:
    assert identify(act_type, issuer, date, number, registered) is None


def test_frbr_uris() -> None:
    assert frbr_uri("resolution", "Алматы облысы әкімдігі", "2019-01-28", "43") == (
        "/akn/kz-19/act/qauly/almaty-oblysy-akimdigi/2019-01-28/43"
    )
    assert frbr_uri("law", None, "2013-04-15", "88-V") == "/akn/kz/act/zan/2013-04-15/88-v"
    assert frbr_uri("law", None, None, "88-V") is None
    assert frbr_uri("resolution", None, "2015-05-05", "9") is None, "two akimats may have one of that date and number"
    assert slug("Ққ Әә Өө Ғғ Ңң Ұұ Үү Іі Һһ") == "qq-aa-oo-gg-nn-uu-uu-ii-hh"


def test_the_sample_knows_itself_and_what_it_rests_on() -> None:
    act = parse(TEXT_FILE)
    assert act.act.adilet_id == "V19D0005055"
    cited = [row for row in act.citations if row.number == "272" and row.kind == "external"]
    assert {row.adilet_id for row in cited} == {"V1500011304"}
    assert len({row.frbr_uri for row in cited}) == 1
    standards = [row for row in act.citations if row.kind == "defined_term"]
    assert {act.citations[row.document].adilet_id for row in standards if row.document is not None} == {"V1500011304"}
    assert all(row.document is not None for row in standards)
