"""What a line of an act can be told by, without looking around it."""

from __future__ import annotations

import regex

from adilet_parser.language.kazakh import MONTHS, PLACE, STATUS_WORDS, TITLE_HEAD

# "қосымша", "1-қосымша", "12-1-қосымша", "№ 3 қосымша" at the end of an annex header
STAMP_END = regex.compile(r"(?:(?:^|[\s-])(?:\d+(?:-\d+)?\s?-\s?)?қосымша|бекітілген|бекітілді)\W*$", regex.IGNORECASE)
# "қаулысына 1-қосымша", "бекітілген 3-қосымша": a header that says whose annex it is, and its number
WHOLE_STAMP = regex.compile(
    r"(?:бекітілген|(?:регламент|стандарт|қағида|ереже|қаулы|бұйры|шешім)\p{Ll}*(?:на|не|ға|ге|қа|ке))\s+\d+(?:-\d+)?\s?-\s?қосымша$"
)
# "-қосымша", "-тармағына" at a line's start
PLACE_WORD = regex.compile(rf"[-‑](?:{PLACE})")
# "17-қосымша", "қосымша" on a line of its own
ANNEX_NUMBER_LINE = regex.compile(r"(?:\d+(?:-\d+)?\s?-\s?)?қосымша\W*$")
# What an annex's number may follow in its header: "бекітілген", "регламентіне", "бұйрығына", "қағидаларына"
APPROVED_END = regex.compile(
    r"(?:бекітілген|(?:регламент|стандарт|қағида|ереже|нұсқаулы|жарғы|қаулы|бұйры|шешім)\p{Ll}*(?:на|не|ға|ге|қа|ке))$",
    regex.IGNORECASE,
)
# "Нысан" under an annex header
FORM_LINE = regex.compile(r"^Нысан(?:ы)?$", regex.IGNORECASE)
# First line of an annex header: "Алматы облысы әкімдігінің 2019 жылғы "", "Қазақстан Республикасы", "... регламентіне"
STAMP_START = regex.compile(
    r"^(?:(?:(?-i:\p{Lu})|[\"«]).*(?:әкімдігінің|мәслихатының|министрінің|министрлігінің|төрағасының|үкіметінің|агенттігінің)"
    r"(?:\s+м\.а\.|\s+міндетін\s+(?:уақытша\s+)?атқарушы(?:сы)?ның)?(?:\s+\d{4}(?:\s+жыл[ғд]ы\b.*)?)?$"
    r"|(?:\d+(?:-\d+)?\s?-\s?)?қосымша$)",
    regex.IGNORECASE,
)
# "... 2011 жылғы 3 наурыздағы № 214" at a line's end: the body or the noun of the act is still to come
OPEN_NUMBER = regex.compile(r"(?:дағы|дегі|тағы|тегі)\s+(?:№|N)\s?[\p{L}\d/-]+$")
# "2003 жылғы" | "8 ақпандағы", "5 наурыздағы" | "№ 104", "Қазақстан" | "Республикасы": a name that a line's end cuts
OPEN_DATE = regex.compile(
    rf"\d{{4}}\s+жыл[ғд]ы\n\d{{1,2}}\s+(?:{'|'.join(MONTHS)})|(?:д[ае]ғы|дегі|тағы|тегі)\n(?:№|N)\s|\bҚазақстан\nРеспубликасы"
)
# "... Заңының 25-бабы" | "1-тармағының 12) тармақшасына", "16-бабы" | "1 және 3-тармақтарына": a chain of places that a line's end cuts
OPEN_PLACE = regex.compile(
    rf"(?:[ндт][ыі]ң|баб[ыі]|тармағы|,|кодексі|Заңы)\n\d{{1,4}}(?:-\d+)?\)?(?:(?:,|\s(?:және|мен))\s\d{{1,4}}(?:-\d+)?\)?)*\s?-?\s?(?:{PLACE})\p{{Ll}}*(?:[ндт][ыі]ң|[ае])\b"
)
# What goes on with an annex header: "2018 жылғы 14 қарашадағы", "№ 321 қаулысына", "бекітілген"
STAMP_NEXT = regex.compile(
    r"(?:\d{4}\s+жыл|[\"«]?\d{1,2}[\"»]?\s+\p{Ll}+(?:дағы|дегі)|(?:№|N)\s?\S+\s+(?:қаулы|бұйры|шешім)\p{Ll}*(?:мен|на|не|ға|ге)\b|бекітіл)[^.;]*$"
)
LONGEST_STAMP = 150
# "1-тарау. Жалпы ережелер", "2-параграф. ...", "12-бап. ...", "1-бөлім. ..."
NAMED_HEADING = regex.compile(
    r"^\s*(?P<number>\d+(?:-\d+)?|[IVXІХ]+)\s?-?\s?(?P<level>тарау|параграф|бап|бөлім|бөлік|кіші бөлім)(?:\.|\s*$|\s+(?=(?-i:\p{Lu})))",
    regex.IGNORECASE,
)
# "§ 1. Арыздарды қабылдау", "II. Қорытынды ережелер"; "ЖАЛПЫ БӨЛІК", "Жалпы ережелер" without a number
SIGN_HEADING = regex.compile(r"^\s*§\s?(?P<number>\d+(?:-\d+)?)\.?\s+(?=[\p{L}\"«])")
ROMAN_HEADING = regex.compile(r"^\s*(?P<number>[IVXІХ]{1,6})\.\s+(?=[\p{Lu}\"«])")
PART_HEADING = regex.compile(r"^(?:ЖАЛПЫ|ЕРЕКШЕ|Жалпы|Ерекше)\s+(?:БӨЛІК|бөлік)$")
BARE_HEADING = regex.compile(
    r"^(?:Жалпы\s+ережелер|Қорытынды\s+ережелер|Жалпы\s+қағидалар|Кіріспе|Негізгі\s+ұғымдар)$", regex.IGNORECASE
)
# "Статья 2. Правовая основа", "РАЗДЕЛ 7. ...", "Раздел II", "§ 1. ..."
RUSSIAN_HEADING = regex.compile(
    r"^\s*(?:(?:Статья|СТАТЬЯ|Глава|ГЛАВА|Раздел|РАЗДЕЛ|Параграф)\s+(?:\d+(?:-\d+)?|[IVX]+)(?:\.|\s*$)|§\s?\d+\.)"
)
# "1. Жалпы ережелер", "4. "Азаматтарға арналған үкімет" ..."
# and "1. 15 ақпан – ...", "1. 2014-2016 жылдарға ...", "2. 2007 жылғы 9 қаңтардағы ...", "3. № 5 ..."
NUMBERED = regex.compile(
    r"^\s*(?P<number>\d{1,4}(?:-\d+)*)\.\s?(?=[\p{L}\"«„(№]|(?<=\s)\d{4}(?:\s?[-–]\s?\d{4})?\s+жыл|"
    rf"(?<=\s)\d{{1,2}}\s(?:{'|'.join(MONTHS)})\b)"
)
# "2)" in "10-тармағының 2) тармақшасында": a bracket that closes nothing
COUNTED = regex.compile(r"(?<=\d)\)")
# "1) ...", "46-13) ...", "2)осы"; not "2) тармақшадағы ... деген сөздер", which names a place
SUBPOINT = regex.compile(r"^\s*(?P<number>\d{1,4}(?:-\d+)*)\)(?!\s?-?тармақша)\s?")
# "Ескерту. ...", "РҚАО-ның ескертпесі.", "Ескерту: ... бұйрығымен күші жойылды"
NOTE_START = regex.compile(
    r"^\s*(?:Ескерту(?:лер)?\s?\.|Ескерту(?:лер)?\s?:.*(?:жойыл|редакция|өзгер|толықтыр|таста|енгізіл)|"
    r"РҚАО|ЗҚАИ|Қолданушылар назарына|Сноска\.|Примечание)"
)
# "Күші жойылды - ... қаулысымен.": a note of the head that does not say it is one
REPEAL_NOTE = regex.compile(r"^\s*Күші\s+жойылды\s*[-–—]")
# "ЗҚАИ-ның ескертпесі!", "РҚАО-ның ескертпесі." alone: the note's words stand on the next line
EDITOR_HEAD = regex.compile(r"^\s*(?:(?:ЗҚАИ|РҚАО)\S*\s+ескертпесі|Қолданушылар назарына)\W*$")
# "... № 434 қаулысымен.", "... Заңымен (алғашқы ... енгізіледі).": how a note about a change ends
NOTE_END = regex.compile(
    r"(?:[Зз]аң|қаулы|бұйры|шешім|[Жж]арлы)\p{Ll}*мен(?:\s*\([^()]*\))?\.$|(?:енгізіледі|жарияланған)\)\.$"
)
# "Аудандық мәслихат төрағасы Е. Нұрдәулетов": who signed, on one line
SIGNATURE_LINE = regex.compile(
    r"^\p{Lu}[\p{L}\s.-]{2,120}?(?:әкімі|министрі|төрағасы|төрайымы|хатшысы|[Пп]резиденті|басшысы|атқарушы(?:сы)?|м\.а\.)\s+"
    r"(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+\s*$"
)
# "Күшін жойған|Қазақстан Республикасы Үкіметінің ...": a status word grown together with the info line
STATUS_GLUED = regex.compile(rf"\s*(?i:{'|'.join(sorted(STATUS_WORDS, key=len, reverse=True))})(?=\p{{Lu}}\p{{Ll}})")
STATUS_LINE = frozenset(STATUS_WORDS)
# A title that is complete: it ends with the noun that names a document
TITLE_END = regex.compile(rf"(?:{TITLE_HEAD}|\bтуралы)$", regex.IGNORECASE)
# "«КЕЛІСІЛДІ»", "КЕЛІСІЛГЕН:"
AGREED = regex.compile(r"[\"«“]?(?:КЕЛІСІЛ|Келісіл)(?:ДІ|ГЕН|ді|ген)[\"»”]?\s*:?\s*$")
# "Б. Ізмұхамбетов", "Н.А. НАЗАРБАЕВ" at the end of a signature
NAME_END = regex.compile(r"\b\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?\s*$")
# "С. Ақынбеков" on a line of its own
NAME_LINE = regex.compile(r"^(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+$")
# "Қазақстан Республикасының" on a line of its own
COUNTRY_LINE = regex.compile(r"^Қазақстан Республикасы(?:ның)?$")
# "... министрінің міндетін атқарушы", "Облыс әкімі", "мәслихат төрағасы" at a line's end
POSITION_END = regex.compile(
    r"(?:әкімі|министрі|министр|төрағасы|төрайымы|хатшысы|президенті|басшысы|атқарушы(?:сы)?|орынбасары|м\.\s?а\.)$",
    regex.IGNORECASE,
)
TERMINAL = regex.compile(r"[.;:!?][\"»”)\]]?\s*$")
# A header's info line: issuer, year, number
INFO_LINE = regex.compile(
    r"^(?:Бірлескен\s)?\p{Lu}[^.;]*?(?:[ндт][ыі]ң|м\.а\.)\s+(?:\d{4}\s+жыл[ғд]ы\s|[\"«]?\d{1,2}[\"»]?\s\p{L}+\s\d{4}\s)"
)
# "... № 262 қаулысы": an info line that says no more than the act's name; and how a preamble may begin
INFO_END = regex.compile(r"(?:№|N)\s?\S+\s+(?:бірлескен\s+)?(?:қаулысы|бұйрығы|шешімі|жарлығы)$")
PREAMBLE_START = regex.compile(r"[\"«“]\p{Lu}|Қазақстан\s+Республикасы|ҚР\s|Осы\s|Ескерту")
# "Нәтижесі – тіркелген өтініш;"
RESULT_START = regex.compile(r"\s*Нәтиже(?:сі)?\s*[-–—:]")
# A line a paragraph cannot start with: a small letter, a closing mark, a closing quote, a dash (used with `match`)
CONTINUES = regex.compile(r"[\p{Ll}),.;:»]|\"(?=[\s,.;)])|[-–—]\s|\(\p{Ll}")


def is_status(line: str) -> bool:
    """True for the status word under the title.

    >>> is_status("Күшін жойған"), is_status("Күшін жойған қаулылар")
    (True, False)
    """
    return line.strip(" .").casefold() in STATUS_LINE
