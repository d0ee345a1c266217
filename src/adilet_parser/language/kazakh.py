"""Words and endings that Kazakh acts are made of. Every pattern is written for folded text."""

from __future__ import annotations

import regex

MONTHS = {
    "қаңтар": 1, "ақпан": 2, "наурыз": 3, "сәуір": 4, "мамыр": 5, "маусым": 6,
    "шілде": 7, "тамыз": 8, "қыркүйек": 9, "қазан": 10, "қараша": 11, "желтоқсан": 12,
}  # fmt: skip
MONTH = "|".join(MONTHS)

# Verbs that enact: "ҚАУЛЫ ЕТЕДІ:", "БҰЙЫРАМЫН:", "ШЕШІМ ҚАБЫЛДАДЫ:", "ШЕШТІ:", "ҚАУЛЫ ЕТЕМІН:"
ENACTING = regex.compile(
    r"(?:қаулы\s+ет(?:еді|емін|еміз|ті)|бұйырам(?:ын|ыз)|шешім\s+қабылда(?:йды|ды)|шеш(?:ті|еді))\s*:",
    regex.IGNORECASE,
)

# Places in an act: stem -> key of a pinpoint. "тармақша" comes before "тармақ".
PLACE_STEMS = {
    "тармақша": "subpoint",
    "тармақ": "point",
    "тармағ": "point",
    "бап": "article",
    "баб": "article",
    "тарау": "chapter",
    "қосымша": "annex",
    "бөлік": "paragraph",
    "бөліг": "paragraph",
    "абзац": "paragraph",
}
PLACE = "|".join(PLACE_STEMS)

# Nouns that an approved document's title ends with: "... регламенті", "... тізбесі", "... қағидалары"
TITLE_HEAD = (
    r"(?:регламент(?:і|тері)|стандарт(?:ы|тары)|қағида(?:сы|лары)|ереже(?:сі|лері)|тізбе(?:сі|лері)|тізім(?:і|дері)|"
    r"анықтамалығы|нұсқаулы(?:ғы|қтары)|жарғысы|нысан(?:ы|дары)|бағдарламасы|жоспары|әдістемесі|мөлшер(?:і|лері)|"
    r"схемасы|кестесі|құрамы|критерийлері|талаптары|тәртібі|шекаралары|ставкалары|нормативтері|лимиттері)"
)

STATUS_WORDS = {
    "күшін жойған": "repealed",
    "жаңа": "new",
    "жаңартылған": "in_force",
    "күшінде": "in_force",
    "қолданыстағы": "in_force",
    "қолданыста": "in_force",
}

# Kinds of annexes by the head noun of their title
ANNEX_KINDS = (
    (regex.compile(r"бизнес-процестерінің\s+анықтамалығы|анықтамалығы\W*$", regex.IGNORECASE), "process_directory"),
    (regex.compile(r"регламент(?:і|тері)\b", regex.IGNORECASE), "regulation"),
    (regex.compile(r"стандарт(?:ы|тары)\b", regex.IGNORECASE), "standard"),
    (
        regex.compile(
            r"қағида(?:сы|лары|лар)\b|ереже(?:сі|лері)\b|\bереже(?:лер)?\W*$|тәртібі\b|нұсқаулығы\b", regex.IGNORECASE
        ),
        "rules",
    ),
    (
        regex.compile(r"тізбе(?:сі|лері|лер)?\b|тізім(?:і|дері)?\b|мекенжайлары\b|\bқұрамы\W*$", regex.IGNORECASE),
        "list",
    ),
    (
        regex.compile(
            r"нысан(?:ы|дары)?\b|өтініш(?:і)?\b|өтінім(?:і)?\b|қолхат\b|анкета(?:сы)?\b|\bакт(?:і|ісі)?\W*$|хаттама(?:сы)?\W*$|"
            r"журнал(?:ы)?\W*$|тексеру\s+парағы\b|арыз\W*$",
            regex.IGNORECASE,
        ),
        "form",
    ),
)

WORD = regex.compile(r"[\p{L}\d]+")


def plain(words: str) -> str:
    """Words for comparing: small letters, marks gone.

    >>> plain("«Қызмет –  көрсету»")
    'қызмет көрсету'
    """
    return " ".join(WORD.findall(words.casefold()))
