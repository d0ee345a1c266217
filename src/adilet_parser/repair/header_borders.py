"""Rules for the borders of an act's head and of annex headers: where they go on, where they are complete."""

from __future__ import annotations

from adilet_parser.language import line_forms
from adilet_parser.repair.border import HEAD, Border, Verdict, starts_number


def stamp_lines(b: Border) -> Verdict | None:
    """`Абай облысы әкімдігінің` | `2023 жылғы 3 сәуірдегі` | `№ 70 қаулысына`: a header line by line, whatever the layout."""
    if not line_forms.STAMP_START.search(b.tail) or len(b.tail) > line_forms.LONGEST_STAMP:
        return None
    return "join" if line_forms.STAMP_NEXT.match(b.below) and not line_forms.STAMP_END.search(b.tail[-HEAD:]) else None


def same_stamp(b: Border) -> Verdict | None:
    """`... 2019 жылғы "` | `28" қаңтардағы № 43 қаулысымен` | `бекітілген 1-қосымша`: lines of one annex header."""
    if line_forms.NOTE_START.match(b.opening) or not line_forms.STAMP_START.search(b.opening):
        return None
    sentence = line_forms.TERMINAL.search(b.tail[-4:]) and not b.tail.endswith("м.а.")
    # a title may begin as a header does: "... әкімдігінің 2014 жылғы ... қаулысына өзгерістер енгізу туралы"
    title = b.line.gap and line_forms.TITLE_END.search(b.tail[-HEAD:]) and line_forms.INFO_LINE.match(b.below)
    return None if line_forms.STAMP_END.search(b.tail[-HEAD:]) or sentence or title else "join"


def stamp_over(b: Border) -> Verdict | None:
    """`... № 43 қаулысына 1-қосымша` | `"Анықтама беру" ... регламенті`: a header is complete, however full its line is."""
    if not line_forms.WHOLE_STAMP.search(b.tail[-HEAD:]) or b.line.style == "stamp":
        return None
    return "break" if b.below[:1].isupper() or b.below[:1] in {'"', "«", "“"} or starts_number(b) else None


def info_over(b: Border) -> Verdict | None:
    """`... № 262 қаулысы` | `"Білім туралы" 2007 жылғы ... сәйкес`: the info line names the act, then the preamble begins."""
    if b.layout.trailing_blanks and b.trailing:
        return None
    whole = line_forms.INFO_END.search(b.tail) and line_forms.INFO_LINE.match(b.opening)
    return "break" if whole and line_forms.PREAMBLE_START.match(b.below) else None


def same_cell(b: Border) -> Verdict | None:
    """Lines of a right-hand cell make one annex header, until it is complete (PDF)."""
    if b.line.style != "stamp" or b.above_line.style != "stamp" or b.line.gap or b.line.new_page:
        return None
    if line_forms.FORM_LINE.match(b.below):
        return "join"
    return None if line_forms.STAMP_END.search(b.above[-HEAD:]) else "join"


def number_after_approved(b: Border) -> Verdict | None:
    """`... қаулысымен бекітілген` | `17-қосымша`, `... регламентіне` | `1-қосымша`: the number belongs to the header."""
    if not line_forms.ANNEX_NUMBER_LINE.match(b.below):
        return None
    return "join" if line_forms.APPROVED_END.search(b.tail[-HEAD:]) and not b.above_line.indent else None


def number_and_word(b: Border) -> Verdict | None:
    """`... № 714 қаулысына 1` | `-қосымша`: a number and its place word, torn at the hyphen."""
    return "join" if b.above[-1:].isdigit() and line_forms.PLACE_WORD.match(b.below) else None


def title_over(b: Border) -> Verdict | None:
    """`... регламенті`, `... 1-қосымша`: the title or header is complete."""
    if b.full and b.line.gap == 0:
        return None
    return (
        "break"
        if line_forms.TITLE_END.search(b.above[-HEAD:]) or line_forms.STAMP_END.search(b.above[-HEAD:])
        else None
    )


def info_line(b: Border) -> Verdict | None:
    """`Алматы облысы әкімдігінің 2019 жылғы ...` behind a gap or a finished title starts the info line."""
    if (
        line_forms.INFO_LINE.match(b.below)
        and (b.line.gap or line_forms.TITLE_END.search(b.above[-HEAD:]))
        and not b.full
    ):
        return "break"
    return None
