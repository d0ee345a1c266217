"""Questions that lawyers ask of many acts, as SQL. `:about` is what the asker names: a service, a place, an act."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """`about` says what may (or must) be named: null if nothing can be."""

    title: str
    sql: str
    about: str | None = None
    needed: bool = False


# A time with a condition ("теріс нәтижесінде – 1 күн; оң нәтижесінде – 18 күн") counts with its longest case.
LONGEST_CASE = """SELECT path, service, procedure, step, max(working_days) AS days, max(step) AS number
    FROM durations WHERE step IS NOT NULL AND working_days IS NOT NULL GROUP BY path, step"""
QUESTIONS: dict[str, Question] = {
    "services-by-time": Question(
        "Services by the time their steps take, longest first (working days of eight hours; steps without a time, or in "
        "calendar days, are counted apart)",
        f"""SELECT t.service, t.procedure, round(sum(t.days), 2) AS working_days, count(*) AS steps_with_time,
        (SELECT count(*) FROM steps s WHERE s.path = t.path AND s.service IS t.service AND s.procedure = t.procedure)
            - count(*) AS steps_without, a.region, t.path
        FROM ({LONGEST_CASE}) t JOIN acts a ON a.path = t.path
        WHERE :about IS NULL OR instr(fold(t.service), fold(:about))
        GROUP BY t.path, t.service, t.procedure ORDER BY working_days DESC, t.path""",
        "words of the service's name",
    ),
    "longest-steps": Question(
        "Steps by the time they may take, longest first",
        """SELECT d.working_days, d.text AS time, s.actor, s.action, s.service, s.at, s.path FROM durations d
        JOIN steps s ON s.path = d.path AND s."index" = d.step
        WHERE d.working_days IS NOT NULL AND (:about IS NULL OR instr(fold(s.service), fold(:about)))
        ORDER BY d.working_days DESC, s.path, s."index" """,
        "words of the service's name",
    ),
    "who-does-what": Question(
        "Who does what, in what time, with what result",
        """SELECT s.number, coalesce(s.actor, s.actor_inferred || ' (?)') AS actor, s.action, s.time, s.result,
        s.procedure, s.at, s.path FROM steps s
        WHERE s.annex = :about OR s.annex LIKE :about || '.%' OR instr(fold(s.service), fold(:about))
        ORDER BY s.path, s."index" """,
        "an annex (annex_13) or words of the service's name",
        True,
    ),
    "rests-on": Question(
        "Acts that the acts rest on or rest their documents on",
        """SELECT c.relation, c.act_type, c.issuer, c.adopted_on, c.number, c.title, c.adilet_id, c.url, count(*) AS times,
        min(c.at) AS first_at, c.path FROM citations c
        WHERE c.kind = 'external' AND c.relation IN ('legal_basis', 'approved_by')
            AND (:about IS NULL OR instr(fold(c.path), fold(:about)))
        GROUP BY c.path, c.relation, c.act_type, c.number, c.adopted_on, coalesce(c.adilet_id, c.title)
        ORDER BY c.path, c.relation DESC, times DESC""",
        "words of the act's path",
    ),
    "who-cites": Question(
        "Acts that cite an act, and where",
        """SELECT c.relation, c.at, c.text, c.path FROM citations c WHERE c.kind = 'external'
        AND (c.adilet_id = :about OR c.number = :about OR instr(fold(c.title), fold(:about))) ORDER BY c.path, c."index" """,
        "an Әділет id, a number, or words of the title",
        True,
    ),
    "repealed-but-cited": Question(
        "Acts of the database that are repealed and still cited by others that are not",
        """SELECT r.adilet_id, r.number, r.title, c.relation, c.at, c.text, c.path FROM acts r
        JOIN citations c ON c.adilet_id = r.adilet_id AND c.path != r.path AND c.relation NOT IN ('repeals', 'amends')
        JOIN acts a ON a.path = c.path WHERE r.status = 'repealed' AND a.status IS NOT 'repealed'
        ORDER BY r.adilet_id, c.path, c."index" """,
    ),
    "service-by-region": Question(
        "One service in several regions: how many steps, how much time",
        f"""SELECT a.region, s.service, s.procedure, count(*) AS steps, count(DISTINCT coalesce(s.actor, s.actor_inferred))
            AS actors,
        (SELECT round(sum(t.days), 2) FROM ({LONGEST_CASE}) t WHERE t.path = s.path AND t.service IS s.service
            AND t.procedure = s.procedure) AS working_days, a.adopted_on, s.path
        FROM steps s JOIN acts a ON a.path = s.path WHERE instr(fold(s.service), fold(:about))
        GROUP BY s.path, s.service, s.procedure ORDER BY s.service, s.procedure, a.region""",
        "words of the service's name",
        True,
    ),
    "said-wrongly": Question(
        "What the acts say wrongly about themselves",
        """SELECT code, at, quote, kk, en, path FROM findings
        WHERE :about IS NULL OR instr(fold(path), fold(:about)) ORDER BY path, "index" """,
        "words of the act's path",
    ),
}
"""By the name that the command line knows them by."""


def ask(
    connection: sqlite3.Connection, question: Question, about: str | None
) -> tuple[list[str], list[tuple[object, ...]]]:
    """Names of the columns, and the rows; sqlite3.Error for a damaged database."""
    cursor = connection.execute(question.sql, {"about": about})
    return [column[0] for column in cursor.description], cursor.fetchall()
