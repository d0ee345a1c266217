"""The closed list of what can be wrong with an act or with our reading of it."""

from typing import Literal

from adilet_parser.model.base import Frozen, Span

Severity = Literal["error", "warning", "info"]

ProblemCode = Literal[
    "not_an_act",  # nothing in the text looks like an act
    "empty_input",  # no character that is not a blank
    "unreadable_input",  # bytes that are no text we know, or a PDF that cannot be opened
    "encoding_guessed",  # the text is not UTF-8 and says nothing about its encoding
    "language_not_supported",  # Russian act: repaired and numbered, not structured further
    "text_torn",  # a remainder of a lost stretch
    "text_not_conserved",  # characters of the input and of the text do not balance
    "page_without_text",  # a page of the PDF has no characters
    "page_text_unreadable",  # a page's characters are not letters of the alphabet
    "page_reread",  # the fast engine could not tell a page's letters; the reference engine could
    "table_unread",  # rulings on a page or headings in a text, but no table, or not all of one, could be made of them
    "link_unplaced",  # a displaced link text stayed where it was
    "annex_header_lost",  # an annex stands without its header; the number is inferred or null
    "annex_missing",  # listed, or implied by the numbering, but not in the text
    "annex_unlisted",  # in the text, but not listed where annexes are approved
    "number_gap",  # a number is skipped
    "number_repeated",  # a number comes twice
    "duration_mismatch",  # figure and words disagree: "15 (он) минут"
    "duration_contradiction",  # calendar and working days at once: "күнтізбелік он жұмыс күні"
    "quote_unclosed",  # an opening quote mark without its closing one
    "citation_unresolved",  # nothing fits the reference
    "term_undefined",  # a place in a document named by a term that is not defined here
    "citation_ambiguous",  # more than one thing fits the reference
    "figure_without_text",  # a directory of processes is a picture
    "pattern_timeout",  # a pattern took too long for this text: what it looks for was not read
    "no_preamble",  # an act without the words that enact it
]

SEVERITY: dict[ProblemCode, Severity] = {
    "not_an_act": "error",
    "empty_input": "error",
    "unreadable_input": "error",
    "encoding_guessed": "info",
    "language_not_supported": "info",
    "text_torn": "warning",
    "text_not_conserved": "error",
    "page_without_text": "error",
    "page_text_unreadable": "error",
    "page_reread": "info",
    "table_unread": "warning",
    "link_unplaced": "warning",
    "annex_header_lost": "warning",
    "annex_missing": "warning",
    "annex_unlisted": "warning",
    "number_gap": "warning",
    "number_repeated": "warning",
    "duration_mismatch": "warning",
    "duration_contradiction": "warning",
    "quote_unclosed": "warning",
    "citation_unresolved": "info",
    "term_undefined": "info",
    "citation_ambiguous": "info",
    "figure_without_text": "info",
    "pattern_timeout": "error",
    "no_preamble": "warning",
}


class Problem(Frozen):
    """Something a reader must know before trusting the record at `at` (null: the whole act)."""

    code: ProblemCode
    severity: Severity
    at: str | None
    message: str
    span: Span | None = None


def problem(code: ProblemCode, message: str, at: str | None = None, span: Span | None = None) -> Problem:
    """A problem with the severity that its code has."""
    return Problem(code=code, severity=SEVERITY[code], at=at, message=message, span=span)
