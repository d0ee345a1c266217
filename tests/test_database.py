"""Acts in one SQLite file: put in, replaced, searched, asked."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from typer.testing import CliRunner

from adilet_parser import parse
from adilet_parser.cli import app
from adilet_parser.cli.serve import metadata_of
from adilet_parser.database.questions import QUESTIONS, ask
from adilet_parser.database.schema import SEARCHED, TABLES
from adilet_parser.database.search import expression, search
from adilet_parser.database.store import NotADatabaseError, open_database, put
from tests.conftest import ROOT, TEXT_FILE

CORPUS = ROOT / "corpus"
VKO = CORPUS / "vko-2015-214" / "clean.txt"
HEAD = "{region} облысы әкімдігінің 2019 жылғы 28 қаңтардағы № {number} қаулысы.{status}\nҚАУЛЫ ЕТЕДІ:\n1. {text}\n"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("database") / "acts.db"
    done = CliRunner().invoke(app, ["index", str(TEXT_FILE), str(VKO), "-o", str(path)])
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    opened = open_database(database)
    yield opened
    opened.close()


def test_every_record_of_an_act_is_a_row(connection: sqlite3.Connection) -> None:
    act = parse(TEXT_FILE)
    for table in TABLES:
        if hasattr(act, table):
            found = connection.execute(f"SELECT count(*) FROM {table} WHERE path = ?", (str(TEXT_FILE),)).fetchone()[0]
            assert found == len(getattr(act, table)), table
    lines = connection.execute("SELECT text FROM elements WHERE path = ? ORDER BY id", (str(TEXT_FILE),)).fetchall()
    assert "\n".join(line for (line,) in lines) == act.text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("жұмыс күні", "жұмыс* AND күні*"),
        ("тармақ", "(тармақ* OR тармағ*)"),
        ("бұйрық кітап", "(бұйрық* OR бұйрығ*) AND (кітап* OR кітаб*)"),
        ('"жұмыс күні"', '"жұмыс күні" *'),
        ("1-қосымша", '"1 қосымша" *'),
        ("көрсeтiлетiн", "көрсетілетін*"),
        ("egov.kz", '"egov kz" *'),
        ("", None),
        ('" - *', None),
        ("AND OR NOT NEAR(", "and* AND or* AND not* AND near*"),
    ],
)
def test_expression(query: str, expected: str | None) -> None:
    assert expression(query) == expected


@pytest.mark.parametrize(
    ("table", "query", "words"),
    [
        ("steps", "жұмыс күні", "жұмыс"),
        ("elements", "тармақ", "тарма"),
        ("elements", "тiркеу", "тірке"),
        ("citations", "денсаулық министр", "Денсаулық"),
        ("defined_terms", "стандарт", "Стандарт"),
        ("acts", "әкімдігі", "әкімдігі"),
    ],
)
def test_search_finds_words_with_their_endings(
    connection: sqlite3.Connection, table: str, query: str, words: str
) -> None:
    hits = search(connection, query, table)
    assert hits
    assert all("[" in hit.snippet for hit in hits)
    assert any(words in hit.snippet for hit in hits)


@pytest.mark.parametrize("table", SEARCHED)
@pytest.mark.parametrize("query", ["a'b", '"', "(((", "*", "x:y", "--", "; DROP TABLE acts", "\x00", "^а", "{a b}"])
def test_no_query_is_an_error(connection: sqlite3.Connection, table: str, query: str) -> None:
    search(connection, query, table)


def test_letters_with_marks_are_letters_of_their_own(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "a.db", new=True)
    text = HEAD.format(region="Алматы", number="1", status="", text="Қой мен көл туралы ереже бекітілсін.")
    put(connection, parse(text.encode(), "a.txt"), "a.txt")
    assert [len(search(connection, word)) for word in ("қой", "кой", "қои", "көл", "кол")] == [1, 0, 0, 1, 0]


def test_a_changed_act_takes_the_place_of_the_old(tmp_path: Path) -> None:
    act, path = tmp_path / "act.txt", tmp_path / "acts.db"
    for word in ("Бекітілсін", "Танылсын"):
        act.write_text(HEAD.format(region="Алматы", number="1", status="", text=f"{word}."), encoding="utf-8")
        assert CliRunner().invoke(app, ["index", str(act), "-o", str(path)]).exit_code == 0
    again = CliRunner().invoke(app, ["index", str(act), "-o", str(path)])
    assert "0 read, 1 unchanged, 0 failed" in again.output
    connection = open_database(path)
    assert [len(search(connection, word)) for word in ("бекіт", "таныл")] == [0, 1]
    assert connection.execute("SELECT count(*) FROM acts").fetchone() == (1,)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_can_be_asked(connection: sqlite3.Connection, name: str) -> None:
    question = QUESTIONS[name]
    columns, rows = ask(connection, question, "annex_13" if question.needed else None)
    assert columns
    assert all(len(row) == len(columns) for row in rows)


def test_answers(connection: sqlite3.Connection) -> None:
    slow = ask(connection, QUESTIONS["services-by-time"], "аитв")[1]
    assert slow[0][:4] == (
        "АИТВ-инфекциясының болуына ерікті анонимді және міндетті құпия медициналық тексерілу",
        "provider",
        19.13,
        5,
    )
    doers = ask(connection, QUESTIONS["who-does-what"], "annex_13")[1]
    assert [row[0] for row in doers if row[5] == "provider"] == ["1", "2", "3", "4"]
    cited = {row[6] for row in ask(connection, QUESTIONS["rests-on"], "almaty")[1]}
    assert {"Z1300000088", "V1500011304"} <= cited
    wrong = [row[0] for row in ask(connection, QUESTIONS["said-wrongly"], "almaty")[1]]
    assert wrong.count("result_contradicts") == 2


def test_a_repealed_act_that_is_still_cited_is_told(tmp_path: Path) -> None:
    connection = open_database(tmp_path / "a.db", new=True)
    old = (CORPUS / "almaty-2019-43" / TEXT_FILE.name).read_bytes()
    put(connection, parse(old, "old.txt"), "old.txt")
    names = connection.execute("SELECT adilet_id, status FROM acts").fetchone()
    assert names == ("V19D0005055", "repealed")
    new = HEAD.format(
        region="Алматы", number="2", status="",
        text="Алматы облысы әкімдігінің 2019 жылғы 28 қаңтардағы № 43 қаулысы (Нормативтік құқықтық актілерді мемлекеттік тіркеу "
        "тізілімінде № 5055 болып тіркелген) басшылыққа алынсын.",
    )  # fmt: skip
    put(connection, parse(new.encode(), "new.txt"), "new.txt")
    rows = ask(connection, QUESTIONS["repealed-but-cited"], None)[1]
    assert [(row[0], row[-1]) for row in rows] == [("V19D0005055", "new.txt")]


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"no database at all, just text" * 50, "no SQLite file"), (None, "does not exist")],
)
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "a.db"
    if content is not None:
        path.write_bytes(content)
    done = CliRunner().invoke(app, ["search", str(path), "күн"])
    assert done.exit_code == 2
    assert message in done.output


def test_a_database_of_others_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE acts (a)")
    with pytest.raises(NotADatabaseError):
        open_database(path, new=True)


def test_commands_speak_json_and_csv(database: Path) -> None:
    found = CliRunner().invoke(app, ["search", str(database), "жұмыс күні", "--in", "steps", "--format", "json"])
    assert json.loads(found.stdout)[0]["at"]
    rows = CliRunner().invoke(app, ["ask", str(database), "rests-on", "--format", "csv"]).stdout.splitlines()
    assert rows[0].startswith("relation,act_type,issuer")
    assert CliRunner().invoke(app, ["search", str(database), "ыыыыы"]).exit_code == 1
    assert CliRunner().invoke(app, ["ask", str(database), "who-cites"]).exit_code == 2
    assert CliRunner().invoke(app, ["ask", str(database), "nothing"]).exit_code == 2
    assert CliRunner().invoke(app, ["search", str(database), "күн", "--in", "sqlite_master"]).exit_code == 2


def test_the_questions_are_served(database: Path, tmp_path: Path) -> None:
    pytest.importorskip("datasette")
    path = tmp_path / "acts.db"
    shutil.copy(database, path)
    assert set(metadata_of(path)["databases"]["acts"]["queries"]) == set(QUESTIONS)
    command = [sys.executable, "-m", "adilet_parser", "serve", str(path), "--port", "8797"]
    served = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        about = quote("дәрігер")
        address = f"http://127.0.0.1:8797/acts/service-by-region.json?about={about}&_shape=array"
        for _ in range(100):
            try:
                with urllib.request.urlopen(address) as answer:
                    rows = json.load(answer)
                break
            except OSError:
                time.sleep(0.1)
        assert {row["region"] for row in rows} == {"Алматы облысы"}
    finally:
        served.terminate()
        served.wait(10)
