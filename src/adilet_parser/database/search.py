"""Words -> hits. Kazakh endings are found by prefix, lookalike letters are put right, қ and ғ at the end of a stem are one."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import regex

from adilet_parser.database.schema import SEARCHED
from adilet_parser.language.script import LOOKALIKE

# "тармақ" is "тармағ" before an ending, "бұйрық" "бұйрығ", "кітап" "кітаб"
VOICED = {"қ": "ғ", "к": "г", "п": "б"}
PHRASE = regex.compile(r"\"(?P<phrase>[^\"]*)\"|(?P<word>[^\s\"]+)")
WORD = regex.compile(r"[\p{L}\p{N}]+")
CYRILLIC = regex.compile(r"\p{Cyrillic}")
SNIPPET_WORDS = 24


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that holds the words: its act (path, title), place, and the words with their neighbours, hits between [ ]."""

    table: str
    path: str
    act: str | None
    at: str | None
    service: str | None
    page: int | None
    snippet: str
    rank: float


def expression(query: str) -> str | None:
    """The full-text expression for what a person typed; null if it holds no word.

    Every word is looked for with any ending, all of them in one record; "in quotes" they stand side by side.

    >>> expression('жұмыс тармақ')
    'жұмыс* AND (тармақ* OR тармағ*)'
    >>> expression('"жұмыс күні"')
    '"жұмыс күні" *'
    """
    parts: list[str] = []
    for match in PHRASE.finditer(_folded(query.casefold())):
        words = WORD.findall(match["phrase"] if match["phrase"] is not None else match["word"])
        if not words:
            continue
        if match["phrase"] is not None or len(words) > 1:
            parts.append(f'"{" ".join(words)}" *')
        else:
            parts.append(_prefix(words[0]))
    return " AND ".join(parts) or None


def _prefix(word: str) -> str:
    voiced = VOICED.get(word[-1])
    return f"({word}* OR {word[:-1]}{voiced}*)" if voiced and len(word) > 2 else f"{word}*"


def _folded(text: str) -> str:
    """Latin letters that stand for Kazakh ones put right, in every word that is not wholly Latin."""
    return WORD.sub(lambda word: word[0].translate(LOOKALIKE) if CYRILLIC.search(word[0]) else word[0], text)


def search(connection: sqlite3.Connection, query: str, table: str = "elements", limit: int = 20) -> list[Hit]:
    """The best hits first; none for a query without words. Raises KeyError for a table without index."""
    entry, words = SEARCHED[table], expression(query)
    if words is None:
        return []
    named = "r.title, NULL, NULL, NULL" if table == "acts" else "a.title, r.at, r.service, r.page"
    rows = connection.execute(
        f"SELECT r.path, {named}, snippet({entry.table}_fts, -1, '[', ']', '…', {SNIPPET_WORDS}), bm25({entry.table}_fts) "
        f"FROM {entry.table}_fts JOIN {entry.table} r ON r.id = {entry.table}_fts.rowid "
        f"LEFT JOIN acts a ON a.path = r.path WHERE {entry.table}_fts MATCH ? ORDER BY rank LIMIT ?",
        (words, limit),
    )
    return [Hit(table, *row) for row in rows]
