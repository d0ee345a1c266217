"""Drafting faults of an act, each with its place, a quotation, and an explanation in Kazakh and English."""

from __future__ import annotations

from adilet_parser.check.consistency import disagreements
from adilet_parser.model.act import Act
from adilet_parser.model.base import Frozen, Span

LONGEST_QUOTE = 160

# code -> explanation in Kazakh, in English; names in braces are filled in
EXPLANATIONS: dict[str, tuple[str, str]] = {
    "annex_missing": ("Тізімде көрсетілген қосымша мәтінде жоқ.", "An annex that the act lists is not in the text."),
    "annex_unlisted": ("Бұл қосымша қаулының тізімінде көрсетілмеген.", "This annex is not in the act's own list of annexes."),
    "number_gap": ("Нөмірлеу реті үзілген: нөмір өткізіп жіберілген.", "The numbering skips a number."),
    "number_repeated": ("Бір нөмір екі рет берілген.", "The same number is given twice."),
    "duration_mismatch": ("Мерзімнің саны мен жазбаша түрі сәйкес келмейді.", "The time in figures and the time in words differ."),
    "duration_contradiction": ("Мерзім бір мезгілде күнтізбелік және жұмыс күнімен берілген.", "The time is in calendar days and in working days at once."),
    "quote_unclosed": ("Тырнақшалар жұптаспаған: біреуі артық немесе жетіспейді.", "The quote marks do not pair: one is missing, or one too many."),
    "citation_unresolved": ("Сілтеме жасалған орын осы актіде жоқ.", "The place that is referred to does not exist in this act."),
    "term_undefined": ("Құжаттың қысқартылған атауы осы бөлікте айқындалмаған.", "The short name of the document is not defined in this part of the act."),
    "citation_ambiguous": ("Сілтеме бірнеше орынға жарайды.", "The reference fits more than one place."),
    "link_unplaced": ("Сөйлемде құрылымдық элементтің нөмірі жетіспейді.", "The sentence lacks the number of the place it refers to."),
    "title_differs": (
        "Көрсетілетін қызмет тізімде «{listed}», қосымшада «{printed}» деп аталған.",
        "The service is called «{listed}» in the list ({place}) and «{printed}» on the annex.",
    ),
    "term_defined_twice": (
        "«{term}» термині екі рет, әртүрлі мағынада айқындалған: «{first}» және «{second}».",
        "The term «{term}» is defined twice, for different things: «{first}» and «{second}».",
    ),
    "participant_missing": (
        "Рәсімді «{actor}» орындайды, бірақ ол процеске қатысушылар тізбесінде жоқ.",
        "The step is done by «{actor}», who is not in this annex's list of participants.",
    ),
    "result_contradicts": (
        "Рәсімнің мазмұны («{action}») мен нәтижесі («{result}») бір-біріне қайшы келеді.",
        "The step hands on to one («{action}»), its result names another («{result}»).",
    ),
    "steps_exceed_time": (
        "{steps} рәсімнің ұзақтығы ({total}) қызмет көрсетудің белгіленген мерзімінен («{stated}») асады.",
        "The {steps} steps take {total}, longer than the time stated for the service («{stated}»).",
    ),
}  # fmt: skip


class Finding(Frozen):
    """One fault: `quote` is the printed text at `span`, cut to a line; `kk` and `en` explain it."""

    code: str
    at: str | None
    span: Span | None
    quote: str
    kk: str
    en: str


def findings_of(act: Act) -> list[Finding]:
    """The faults of an act in text order. What is a fault of the reading and not of the act is left out."""
    found: list[Finding] = []
    for entry in act.problems:
        if entry.code in EXPLANATIONS:
            kk, en = EXPLANATIONS[entry.code]
            found.append(
                Finding(
                    code=entry.code,
                    at=entry.at,
                    span=entry.span,
                    quote=_quote(act, entry.span) or entry.message,
                    kk=kk,
                    en=en,
                )
            )
    for fault in disagreements(act):
        kk, en = (text.format(**fault.values) for text in EXPLANATIONS[fault.code])
        found.append(
            Finding(code=fault.code, at=fault.at, span=fault.span, quote=_quote(act, fault.span), kk=kk, en=en)
        )
    return sorted(found, key=lambda finding: (finding.span or (-1, -1), finding.code))


def _quote(act: Act, span: Span | None) -> str:
    if span is None:
        return ""
    text = act.text[slice(*span)].partition("\n")[0]
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
