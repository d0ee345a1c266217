"""What link texts look like, and what stands around the holes they leave.

Shapes were gathered from Kazakh laws whose links stand on lines of their own; each has a class, and each class the
words that go before and after its hole. Patterns are anchored by the caller.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from adilet_parser.language.kazakh import PLACE

NUMBER = r"(?:\p{Lu}{1,3}-)?\d+[\p{Lu}\d]*(?:[-/]\s?[\p{Lu}\d]+|-\p{Ll}\b)*\.?"
PLACE_NUMBER = r"\d+(?:-\d+)?"


@dataclass(frozen=True, slots=True)
class Shape:
    """One class of link texts: `text` matches the whole link, `before` the words left of its hole, `after` those right."""

    name: str
    text: regex.Pattern[str]
    before: regex.Pattern[str]
    after: regex.Pattern[str]


SHAPES: tuple[Shape, ...] = (
    # "№ 272" between a date and the noun: "27 сәуірдегі  бұйрығымен", "08.10.2019  қаулысымен", "тізілімінде  тіркелген"
    Shape(
        "number_sign",
        regex.compile(rf"(?:№|N)\s?{NUMBER}"),
        regex.compile(r"(?:д[ае]ғы|дегі|тағы|тегі|\d{4}|\.\d{2}|жылғы|\bжәне|тізілімінде|\bж\.|\")\s*$"),
        regex.compile(
            r"^\s*(?:\(|бұйр|қаул|шешім|заң|жарл|\"|«|қазақстан|болып|тіркел|өкім|нысан|\)|,|;)", regex.IGNORECASE
        ),
    ),
    # Heads of links that wrap; they stay at the line's end: "№", "№ 118-", "2-"
    Shape(
        "wrapped_head",
        regex.compile(r"№|N|(?:№\s?)?\d+-"),
        regex.compile(r"(?:д[ае]ғы|дегі|тағы|тегі|\d{4}|\.\d{2}\.\d{2}|тәр?тібін|[ндт][ыі]ң|\p{L}\p{Ll}*[ае],)\s*$"),
        regex.compile(r"^\s*$"),
    ),
    # "VIII" after a line that ends with "№ 216-"
    Shape("roman_tail", regex.compile(r"[IVXLCІХVС]+"), regex.compile(r"\d-\s*$"), regex.compile(r"^\s*[(\p{L}]")),
    # "-31" after a line that ends with "№ ҚР ДСМ"
    Shape(
        "number_tail",
        regex.compile(r"-\d+(?:/\d+)?"),
        regex.compile(r"(?:№|\bN)\s?(?:(?:ҚР\s)?\p{Lu}{2,4}|\d+\p{Lu})\s*$"),
        regex.compile(r"^\s*[(\p{L}]"),
    ),
    # "2-б." in "енгізілу тәртібін  қараңыз"
    Shape(
        "article_short",
        regex.compile(rf"{PLACE_NUMBER}-б(?:\.|аптан|аптардан)?"),
        regex.compile(r"(?:тәртібін|тәтібін|мерзімін)\s*$"),
        regex.compile(r"^\s*\.?\s*қараңыз"),
    ),
    # "246" after a line that ends with "№"
    Shape("bare_number", regex.compile(NUMBER), regex.compile(r"(?:№|\bN)\s*$"), regex.compile(r"^\s*[\p{L}(\"«,;)]")),
    # "1-қосымшасына", "16-бабының", "2-1-тармағында", "11 және 12-тармақтарына"
    Shape(
        "place",
        regex.compile(
            rf"\d{{1,4}}(?:-\d+)?(?:\s?-\s?|\s?(?!тармақша))(?:{PLACE})\p{{Ll}}*|"
            rf"{PLACE_NUMBER}(?:(?:,\s|\sжәне\s|\s?[–-]\s){PLACE_NUMBER})+\s?-?\s?(?:{PLACE})(?:тар|тер|лар|лер)\p{{Ll}}*"
        ),
        regex.compile(
            r"(?:[ндт][ыі]ң|\p{L}[ғгқк][ае]|\p{L}н[ае]|\bосы\s\p{L}+|\bжәне|,|\b(?:заңы|кодексі|қаулысы|бұйрығы|шешімі)|б[ае]б[ыі]|\bсәйкес|\"|\))\s*$",
            regex.IGNORECASE,
        ),
        regex.compile(r"^\s*(?:[\p{Ll},;.)(\"]|\d+\)\s)"),
    ),
    # "11" in "Стандарттың  және  сәйкес": a number whose place word comes with a later link
    Shape(
        "list_place",
        regex.compile(PLACE_NUMBER),
        regex.compile(r"(?:[ндт][ыі]ң|,)\s*$"),
        regex.compile(r"^\s*(?:,\s|және\s|мен\s)"),
    ),
    # "қосымшасына" in "Стандарттың  сәйкес": the only annex has no number
    Shape(
        "bare_place",
        regex.compile(r"қосымша\p{Ll}+"),
        regex.compile(r"(?:[ндт][ыі]ң|\p{L}[ғгқк][ае]|\p{L}н[ае])\s*$"),
        regex.compile(r"^\s*(?:сәйкес|көрсет|келтір|белгілен|жаңа|бойынша|қараңыз|[\"«(])"),
    ),
    # "2-қосымша" in "Ескерту.  3-1-тармақпен толықтырылды": a note begins with its place
    Shape(
        "note_place",
        regex.compile(rf"{PLACE_NUMBER}-(?:{PLACE})\p{{Ll}}*"),
        regex.compile(r"\bЕскерту\s?[.:]\s*$"),
        regex.compile(r"^\s*[\p{Ll}\d]"),
    ),
    # "4) тармақшаларының", "1) және 2) тармақшаларына"
    Shape(
        "subpoint",
        regex.compile(rf"{PLACE_NUMBER}\)(?:\s(?:және\s)?{PLACE_NUMBER}\))*\s?-?тармақша\p{{Ll}}*"),
        regex.compile(r"(?:[ндт][ыі]ң|\bжәне|,|б[ае]б[ыі]|тармағы)\s*$"),
        regex.compile(r"^\s*[\p{Ll},;.)(\"]"),
    ),
    # "1)" in "1-тармағының , ,1) 2)"
    Shape(
        "list_number",
        regex.compile(rf"{PLACE_NUMBER}\)"),
        regex.compile(r"(?:[ндт][ыі]ң|\bжәне|,)\s*$"),
        regex.compile(r"^\s*(?:,|және|-)"),
    ),
    # "2)" after "1) және": the head of "2) тармақшаларында" that wraps stays at the line's end
    Shape(
        "wrapped_number",
        regex.compile(rf"{PLACE_NUMBER}\)"),
        regex.compile(r"(?:\bжәне|,|[ндт][ыі]ң)\s*$"),
        regex.compile(r"^\s*$"),
    ),
    # "қосымшасына", "тармағының": the tail of a link whose number ended the line above ("5-")
    Shape(
        "place_tail",
        regex.compile(rf"\)?\s?-?(?:{PLACE})\p{{Ll}}*|б\."),
        regex.compile(r"\d-?\)?\s*$"),
        regex.compile(r"^\s*[\p{Ll},;.)(]"),
    ),
    # "Заңының", "Салық кодексіне", "Конституциясына"
    Shape(
        "act_noun",
        regex.compile(r"(?:(?!Қазақстан|Республика)\p{Lu}\p{Ll}+\s[Кк]одекс|Заң|[Кк]одекс|Конституция)\p{Ll}*"),
        regex.compile(r"(?:\bРеспубликасы(?:ның)?|\"|»|\bосы)\s*$"),
        regex.compile(r"^\s*[\p{L}\d,;.(\"]"),
    ),
    # "3-тармақ" in "  алып тасталсын;", "4) тармақшадағы" in "  "мал дәрігері" деген сөздер": an instruction begins with its place
    Shape(
        "instruction_place",
        regex.compile(rf"{PLACE_NUMBER}(?:\s?-\s?|\)\s?)(?:{PLACE})\p{{Ll}}*"),
        regex.compile(r"(?:[:;.][\"»”]?[;.]?|[\"»”][;.])\s*$"),
        regex.compile(
            r"^\s*(?:\"|«|мынадай\s+(?:редакция|мазмұн)|жаңа\s+редакция|ал(?:ын)?ып\s+тастал|\d+(?:-\d+)?\)\s?-?тармақша|"
            r"\p{L}+(?:нші|ншы)\s+(?:бөлі|абзац|сөйлем)|осы\s+\p{L}+\s.*\sжазылсын)"
        ),
    ),
    # "кіріспесіндегі" in "2)  "облыс әкімдігі" деген сөздер": the preamble or title that an amending act names
    Shape(
        "preamble",
        regex.compile(r"(?:кіріспе|преамбула|тақырыб)\p{Ll}+"),
        regex.compile(r"(?:^|\d[).]|[ндт][ыі]ң)\s*$"),
        regex.compile(r"^\s*(?:\"|«|мынадай|жаңа|алып)"),
    ),
    # "қолданысқа енгізіледі" in notes, and its tail where the link wraps
    Shape(
        "into_force",
        regex.compile(r"қолданысқа"),
        regex.compile(r"(?:өткен соң|бастап|кейін)\s*$"),
        regex.compile(r"^\s*(?:енгізіл|$)"),
    ),
    Shape(
        "into_force",
        regex.compile(r"қолданысқа\sенгізіл(?:еді|сін|ді|iледi)"),
        regex.compile(r"(?:өткен соң|бастап|кейін)\s*$"),
        regex.compile(r"^\s*(?:\)|$)"),
    ),
    Shape("force_verb", regex.compile(r"енгізіл\p{Ll}+"), regex.compile(r"қолданысқа\s*$"), regex.compile(r"^\s*\)")),
)

RUSSIAN_PLACE = r"(?:стать|пункт|подпункт|част|абзац|глав|раздел|приложени|параграф)"
RUSSIAN_SHAPES: tuple[Shape, ...] = (
    # "№ 457-VI"
    Shape(
        "number_sign",
        regex.compile(rf"(?:№|N)\s?{NUMBER}"),
        regex.compile(r"(?:\d{4}(?:\sгода|\sг\.)?|\")\s*$"),
        regex.compile(r"^\s*(?:\(|\"|«|О|\)|,|;|в\s|от\s)"),
    ),
    Shape("bare_number", regex.compile(NUMBER), regex.compile(r"(?:№|\bN)\s*$"), regex.compile(r"^\s*[\p{L}(\"«,;)]")),
    # "статьей 50", "подпунктом 5) пункта 2 статьи 7", "пункта 1"
    Shape(
        "place",
        regex.compile(
            rf"{RUSSIAN_PLACE}\p{{Ll}}*\s{PLACE_NUMBER}\)?(?:,?\s(?:и\s)?{PLACE_NUMBER}\)?)*"
            rf"(?:\s{RUSSIAN_PLACE}\p{{Ll}}*\s{PLACE_NUMBER}\)?)*",
            regex.IGNORECASE,
        ),
        regex.compile(r"\p{L}+\s*$"),
        regex.compile(r"^\s*[\p{L},;.)(\"]"),
    ),
    # "188" in "в статьях: , 188-1, ,  и": numbers of a list whose word stands before
    Shape(
        "list_place",
        regex.compile(PLACE_NUMBER),
        regex.compile(r"(?:,|\bи|:|;|стать\p{Ll}+|\))\s*$"),
        regex.compile(r"^\s*(?:,|и\s|–|\(|;|настоящ|$)"),
    ),
    # "первой" in "части  настоящей статьи"
    Shape(
        "ordinal",
        regex.compile(r"(?:част\p{Ll}+\s)?(?:перв|втор|треть|четверт|пят|шест|седьм|восьм)\p{Ll}+"),
        regex.compile(r"(?:част\p{Ll}+|,|\bи|\p{L}+)\s*$"),
        regex.compile(r"^\s*(?:настоящ|стать|,|и\s)"),
    ),
    # "вводится" in "(  в действие", "ст.2" in "см. )"
    Shape("force_word", regex.compile(r"вводится"), regex.compile(r"[(]\s*$"), regex.compile(r"^\s*в\s+действие")),
    Shape("see_article", regex.compile(r"ст\.\s?\d+"), regex.compile(r"см\.\s*$"), regex.compile(r"^\s*[).;]")),
    # "Постановление", "Законом", "Кодекса"
    Shape(
        "act_noun",
        regex.compile(
            r"(?:\p{Lu}\p{Ll}+(?:-\p{Ll}+)?(?:ым|ого|ому|ый|ом)\s)?(?:[Пп]остановлен|Закон|[Кк]одекс|Указ|Приказ|Решен|Конституц)\p{Ll}*"
        ),
        regex.compile(r"(?:\d\.|\s)\s*$"),
        regex.compile(r"^\s*(?:Республики|РК\b|акима|маслихата|от|Правительства|Министра|Конституц|\"|«|[.,;])"),
    ),
)


def shapes_of(language: str) -> tuple[Shape, ...]:
    """The shapes for `kk` or `ru`."""
    return RUSSIAN_SHAPES if language == "ru" else SHAPES
