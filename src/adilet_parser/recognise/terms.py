"""Defined terms: "... стандарты (бұдан әрі - Стандарт)"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import regex

from adilet_parser.language.patience import limit
from adilet_parser.model.records import DefinedTerm
from adilet_parser.recognise.cited_act import External
from adilet_parser.recognise.places import Places

# "(бұдан әрі - X)", "(одан әрі – X)", "(бұдан әрі "X")", "(бұдан әрі – осы баптың мақсаттары үшін – X)", "(№ 13665 болып тіркелген, бұдан әрі – X)"
DEFINITION = regex.compile(
    r"\((?:[^()\n]{1,300}?[,;])?\s*(?:бұдан|одан)\s+(?:әрі|былай)(?:\s+(?:мәтін\s+бойынша|осы\s+\p{L}+\s+мақсаттары\s+үшін|бірге))?\s*[-–—:]?\s*(?:осы\s+\p{L}+\s+мақсаттар\p{Ll}*\s+(?:үшін\s+)?[-–—]\s*)?(?P<term>[^()\n]+?)\s*\)", regex.IGNORECASE
)  # fmt: skip
# Where the meaning begins, looked for from the right: a clause mark, a bracket, a number, an approving formula,
# a founding act ("өкімімен құрылған комиссия (...)"),
# a dash ("1) көрсетілетін қызметті беруші – Еңбек кодексіне (...)"), a subordinate clause ("алу үшін жеке тұлға (...)",
# "... қоспағанда, білім беру ұйымдары (...)"), one to whom before a quoted name ("берушіге "Азаматтарға ..." (...)")
CLAUSE = regex.compile(
    r"[;:]\s+|\s[-–—]\s+|\bалу\s+үшін,?\s+|\bбаламалы\s+негізде\s+|\bқоса\s+беріл(?:ген|іп\s+отырған)\s+|\bдейін\s+(?=[\"«])|\b(?:күні|минут|сағат)\s+ішінде\s+|\)\s+(?:құрылған|бекітілген)\s+|\bсай\s+|(?:өкімі|бұйрығы|қаулысы|шешімі|жарлығы)мен\s+\p{L}+(?:ған|ген|қан|кен)\s+|\b(?:\p{L}+[ыі]п|қоспағанда|отырып|жағдайда),\s+|\p{Ll}(?:ға|ге|қа|ке)\s+(?=[\"«])|(?<=\p{Ll}{2})[.]\s+|\)\s*|\bбекітілген,?\s+(?:[^\"«»()]*?тіркелген\s+)?|^\d+(?:-\d+)*[.)]\s*|\bсәйкес,?\s+(?:нысан(?:ы|дағы)?\s+бойынша\s+)?",
    regex.IGNORECASE,
)
# "Мемлекеттік көрсетілетін қызмет жеке тұлғаларға (...)": the sentence's subject, and "нәтижесі – анықтама (...)"
SUBJECT = regex.compile(
    r"(?:^|[.;]\s+|^\d+(?:-\d+)*[.)]\s*)(?:[\"«][^\"»]+[\"»]\s+)?(?:мемлекеттік\s+(?:көрсетілетін\s+)?қызмет(?:і|ті|ін)?|әлеуметтік\s+көмек|жәрдемақы|субсидия(?:лар)?)\s+(?!көрсету)|"
    r"(?:нәтижесі|нысаны|мерзімі)\s*[-–—]\s*|(?:^|[.;]\s+|^\d+(?:-\d+)*[.)]\s*)(?:[\p{L}]+\s+){0,3}қызмет\p{L}*\s+нәтижесі\s+(?=\p{Ll})",
    regex.IGNORECASE,
)
# "қағидалар әзірленді және паспортты (...)": a clause with its verb ends before the conjunction
VERB_AND = regex.compile(r"\b\p{Ll}+(?:ады|еді|йды|йді|(?:[ыі]|ла|ле)(?:лды|лді|нды|нді))\s+және\s+")
# "... алушы Қазақстан Республикасының Әкімшілік рәсімдік-процестік кодексінің (...)": a code by its name
CODE = regex.compile(
    r"(?:Қазақстан\s+Республикасы(?:ның)?\s+|ҚР\s+)\p{Lu}[\p{L}-]+(?:\s+[\p{Ll}-]+){0,3}\s+кодекс\p{Ll}*\s*$"
)
# "... басқарма «Ұлттық ақпараттық технологиялар» АҚ-ны (...)": an organisation by its name
ORGANISATION = regex.compile(
    r"[\"«“][^\"«»“”]+[\"»”]\s+(?:[\p{Ll}\s]+[\"»”]\s+)?(?:(?:К[еЕ])?АҚ|ЖШС|(?:ШЖҚ\s+)?(?:РМК|КМК)|коммерциялық\s+емес\s+акционерлік\s+қоғам|акционерлік\s+қоғам)"
    r"(?:-?\p{Ll}+)?\s*$"
)
# "... және "электрондық үкіметтің" www.egov.kz веб-порталы (...)": a portal begins with its own name
PORTAL = regex.compile(
    r"(?:www\.\S+\s+(?:мекенжайындағы\s+)?)?[\"«]?электрондық\s+үкімет\p{L}*[\"»]?(?:\s+www\.\S+)?\s+(?:веб-)?портал\p{Ll}*\s*$|"
    r"(?:[\"«][^\"«»]{2,60}[\"»]\s+)?www\.\S+\s+(?:веб-)?портал\p{Ll}*\s*$",
    regex.IGNORECASE,
)
INITIAL = regex.compile(r"(?<!\p{L})\p{L}")
# `"Анықтама беру" |электрондық мемлекеттік қызметі`: a quoted name right before
QUOTED_BEFORE = regex.compile(r"(?r)[\"«“][^\"«»“”]+[\"»”]\s+")
# "берушінің электрондық-цифрлық |қолтаңбасы (...)": an owner before it belongs to the meaning
POSSESSED = regex.compile(r"\p{Ll}{3}[ыі]\s*$")
ATTRIBUTE = regex.compile(r"[ндт][ыі]ң$|[\"»]$")
# "өтініштерді қабылдау және нәтижелерін беру www.egov.kz порталы (...) арқылы": the means begins behind the action
ACTION = regex.compile(r"\b(?:беру|жіберу|ұсыну|алу)\s+", regex.IGNORECASE)
BY_MEANS = regex.compile(r"\)\s+арқылы\b")
# "... журналында жазылу және кестесіне (...)": an action in the passive is no attribute, a new clause member begins
PASSIVE_AND = regex.compile(r"\b\p{L}+(?:ыл|іл|ын|ін)у\s+және\s+", regex.IGNORECASE)
# "... адамдарға ақылы (...)": on what terms, not what
TERMS_OF_SERVICE = regex.compile(r"\s+(?:ақылы|тегін)$")
QUOTED = regex.compile(r"[\"«][^\"»]*[\"»]")
# A bracket that is no definition: "(ағзалардың бөліктерін)"; one that names a register ends a clause
EXPLAINED = regex.compile(r"\((?!\s*бұдан)[^()]*\)")
REGISTERED = regex.compile(r"тіркел|№")
# ") немесе уақытша ...": what joins two definitions belongs to neither
CONJUNCTION = regex.compile(r"(?:(?:немесе|және|не|сондай-ақ|м[ае]н|бен|пен|арқылы)\s+)?", regex.IGNORECASE)
# "Шетелге шығу үшін |№ 072/е нысаны бойынша |карта (...)": what for, at a sentence's start
PURPOSE = regex.compile(
    r"(?:^|(?<=[.;]\s))(?:\d+(?:-\d+)?[.)]\s*)?(?-i:\p{Lu})[^.;:()]{3,200}?\p{L}у\s+үшін,?\s+(?:№\s\S+\s+нысан(?:ы)?\s+бойынша\s+)?",
    regex.IGNORECASE,
)
# "1) ақпараттық жүйе – кешенді қолдана отырып, ... арналған жүйе": what a definition says is its meaning whole
DEFINED_ITEM = regex.compile(r"^\s*\d+(?:-\d+)?\)\s*(?!\d)[^–—:;.]{2,90}\s[-–—]\s")
SUBORDINATE = regex.compile(r"(?:[ыі]п|қоспағанда|отырып|жағдайда),\s+$", regex.IGNORECASE)
# "Осы Қағидалар |мемлекеттік мекемелердің", "Көмекті |Қарағанды қаласының ... бөлімі": what goes before and is another word of the sentence
OTHER_WORD = regex.compile(
    r"^(?:Осы\s+(?i:қағидалар|ереже|регламент|стандарт|заң|кодекс|нұсқаулық)\s+(?=[\p{Ll}\"«])|\p{Lu}\p{Ll}+(?:[нтд][іы]\s+(?=\p{Lu})|(?:[сн][ыі]н|н[ыі]|[лдт][ае]р[дт][ыі])\s+(?=\p{L}))|[\"«][^\"«»]+[\"»]\s+\p{Ll}[\p{Ll}\s]*(?:ін|ын)\s+(?=[\"«]))"
)
# "Куәлік |17 жасқа толған тұлғаларға", "Аумақтық инспекция |... комиссиясын": a subject before what is not one
DOES = regex.compile(
    r"^(?-i:(?=\p{Lu}))(?:[\p{L}-]+\s+){0,4}?(?:\p{L}{2,}(?:ушы|уші)|инспекция|басқарма|комиссия|орган|министрлік|мекеме|ұйым|корпорация|(?:жұмыс\s+)?тобы|портал|"
    r"куәлік|көмек|шағым|өтініш|анықтама|рұқсат|лицензия|төлем|жәрдемақы)\s+(?!көрсет|бер|ал)",
    regex.IGNORECASE,
)
OBLIQUE = regex.compile(r"(?:[ғгқк][ае]|[ндт][ыі]|[дт][ае]|[дтн][ае]н|на|не|сын|сін|[аеы]рын|[аеі]рін|[мбп]ен)$")
QUOTED_TERM = regex.compile(r"^[\"«]([^\"«»]+)[\"»]$")
REACH = 900
"""No meaning is longer than so many characters."""


def read_terms(text: str, places: Places, externals: Iterable[External] = ()) -> list[DefinedTerm]:
    """All "(бұдан әрі – X)" with what they stand for, in text order; `externals` are the acts that the text cites."""
    found: list[DefinedTerm] = []
    cited = {hit.end: hit.printed for hit in externals}
    for match in DEFINITION.finditer(text, timeout=limit(text)):
        place = places.of(match.start())
        start = cited.get(match.start() - (text[match.start() - 1 : match.start()] == " "))
        if start is None:
            start = meaning_start(text, place.start, match)
        start += len(CONJUNCTION.match(text, start, match.start()).group())  # type: ignore[union-attr]
        meaning = TERMS_OF_SERVICE.sub("", text[start : match.start()].rstrip())
        if not meaning:
            continue
        found.append(
            DefinedTerm(
                span=(match.start("term"), match.end("term")),
                pieces=((match.start("term"), match.end("term")), (start, start + len(meaning))),
                rule="definition",
                at=place.annex,
                term=QUOTED_TERM.sub(r"\1", match["term"]),
                meaning=meaning,
            )
        )
    return found


class Scopes:
    """Terms by where they hold: in the whole act, or in an annex and all that is in it."""

    def __init__(self, terms: Iterable[DefinedTerm]) -> None:
        self._by_scope: defaultdict[str | None, list[DefinedTerm]] = defaultdict(list)
        self._by_word: defaultdict[tuple[str | None, str], list[DefinedTerm]] = defaultdict(list)
        for term in terms:
            self._by_scope[term.at].append(term)
            self._by_word[term.at, term.term].append(term)

    def holding(self, at: str | None) -> list[DefinedTerm]:
        """All terms that hold at a place."""
        return [term for scope in _around(at) for term in self._by_scope.get(scope, ())]

    def of(self, word: str, at: str | None) -> list[DefinedTerm]:
        """The definitions of a word that hold at a place."""
        return [term for scope in _around(at) for term in self._by_word.get((scope, word), ())]


def _around(at: str | None) -> list[str | None]:
    """The scopes that a place is in: "annex_2.annex_1.point_3" -> null (the act), "annex_2", "annex_2.annex_1", ..."""
    steps = at.split(".") if at else []
    return [None, *(".".join(steps[:count]) for count in range(1, len(steps) + 1))]


def meaning_start(text: str, line: int, definition: regex.Match[str]) -> int:
    """Where the words that a term stands for begin, left of its bracket."""
    line = max(line, definition.start() - REACH)
    left = text[line : definition.start()]
    named = PORTAL.search(left)
    if named is not None:
        return line + named.start()
    for name in (CODE, ORGANISATION):
        named = name.search(left)
        if named is not None and not ATTRIBUTE.search(left[: named.start()].rstrip()):
            return line + named.start()
    spelled = _spelled_out(left, definition["term"])
    owned = POSSESSED.search(left) and spelled and ATTRIBUTE.search(left[:spelled].rstrip())
    if spelled is not None and not owned:
        return line + spelled
    quoted = [m.span() for m in QUOTED.finditer(left)]
    nested = {m.end() for m in EXPLAINED.finditer(left)}
    marks = [
        *CLAUSE.finditer(left),
        *PASSIVE_AND.finditer(left),
        *SUBJECT.finditer(left),
        *PURPOSE.finditer(left),
        *VERB_AND.finditer(left),
    ]
    if BY_MEANS.match(text, definition.end() - 1, definition.end() + 20):
        marks += ACTION.finditer(left)
    defined = DEFINED_ITEM.match(left) is not None
    begin = 0
    for mark in sorted(marks, key=lambda m: m.start()):
        if any(low < mark.start() < high for low, high in quoted):
            continue
        if defined and SUBORDINATE.search(mark.group()):
            continue
        explains = mark.group().startswith(")") and mark.start() + 1 in nested
        if explains and not REGISTERED.search(left, max(0, mark.start() - 80), mark.start()):
            # A bracket that explains a word belongs to the meaning: "ағзаларын (ағзалардың бөліктерін)".
            continue
        if left[mark.end() :].strip():
            begin = mark.end()
    if OBLIQUE.search(left.rstrip()) and (subject := DOES.match(left[begin:])) is not None:
        begin += subject.end()
    elif (other := OTHER_WORD.match(left[begin:])) is not None:
        begin += other.end()
    return line + begin + len(left[begin:]) - len(left[begin:].lstrip(" ,"))


def _spelled_out(left: str, term: str) -> int | None:
    """Where the words begin whose first letters an abbreviation is made of, a quoted name before them included; null if the
    term is none.

    >>> _spelled_out("алушы порталда жеке сәйкестендіру нөмірі ", "ЖСН"), _spelled_out("құрылымдық-функционалдық бірліктер", "ҚФБ")
    (15, 0)
    """
    letters = "".join(term.split())
    if not (letters.isalpha() and letters.isupper() and len(letters) > 1):
        return None
    words = list(INITIAL.finditer(left))[-len(letters) :]
    if len(words) < len(letters) or "".join(word.group() for word in words).upper() != letters:
        return None
    start = words[0].start()
    start -= left[start - 1 : start] in {'"', "«", "“"}
    named = QUOTED_BEFORE.match(left, 0, start)
    return named.start() if named is not None else start
