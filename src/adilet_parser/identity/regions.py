"""Regions by the name that issuers carry: their letter in Әділет ids and their ISO 3166-2:KZ code."""

from __future__ import annotations

from dataclasses import dataclass

import regex


@dataclass(frozen=True, slots=True)
class Region:
    """`letter` is the second block of an id; `since` the first year in which acts of this body can exist."""

    letter: str
    iso: str
    since: int = 1990


# Stem of the name -> region. Longer names come before those they hold.
REGIONS: tuple[tuple[str, Region], ...] = (
    ("Солтүстік Қазақстан обл", Region("S", "59")),
    ("Оңтүстік Қазақстан обл", Region("U", "61")),
    ("Шығыс Қазақстан обл", Region("V", "63")),
    ("Батыс Қазақстан обл", Region("Z", "27")),
    ("Алматы обл", Region("D", "19")),
    ("Алматы қала", Region("R", "75")),
    ("Нұр-Сұлтан қала", Region("A", "71")),
    ("Астана қала", Region("A", "71")),
    ("Шымкент қала", Region("E", "79", 2018)),
    ("Ақмола обл", Region("B", "11")),
    ("Ақтөбе обл", Region("C", "15")),
    ("Абай обл", Region("F", "10", 2022)),
    ("Жамбыл обл", Region("G", "31")),
    ("Ұлытау обл", Region("H", "62", 2022)),
    ("Жетісу обл", Region("I", "33", 2022)),
    ("Қарағанды обл", Region("K", "35")),
    ("Қызылорда обл", Region("L", "43")),
    ("Маңғыстау обл", Region("M", "47")),
    ("Қостанай обл", Region("N", "39")),
    ("Павлодар обл", Region("P", "55")),
    ("Атырау обл", Region("T", "23")),
    ("Түркістан обл", Region("U", "61", 2018)),
)
# District and city letters, each resting on one id seen (or two): "Орал қалалық", "Шарбақты аудандық"
DISTRICTS: dict[str, dict[str, str]] = {
    "B": {"Көкшетау": "A", "Степногор": "B", "Ақкөл": "C", "Аршалы": "D", "Атбасар": "E", "Астрахан": "F", "Бұланды": "G",
          "Егіндікөл": "H", "Ерейментау": "I", "Біржан сал": "J", "Есіл": "K", "Жарқайың": "L", "Зеренді": "N"},
    "C": {"Ақтөбе": "A", "Әйтеке би": "B", "Алға": "C", "Байғанин": "D", "Қарғалы": "F", "Қобда": "G", "Мәртөк": "H",
          "Мұғалжар": "I", "Темір": "J", "Ойыл": "K", "Хромтау": "L", "Шалқар": "M"},
    "D": {"Қонаев": "B", "Жамбыл": "G", "Еңбекшіқазақ": "H", "Іле": "J", "Қарасай": "K", "Талғар": "R", "Ұйғыр": "S", "Алатау": "U"},
    "F": {"Семей": "A", "Курчатов": "B", "Абай": "D", "Аягөз": "E", "Бесқарағай": "F", "Бородулиха": "G", "Жарма": "H", "Көкпекті": "J"},
    "G": {"Тараз": "A", "Байзақ": "B", "Жамбыл": "C", "Жуалы": "D", "Қордай": "E", "Мерке": "F", "Мойынқұм": "G",
          "Тұрар Рысқұлов": "H", "Сарысу": "I", "Талас": "J", "Шу": "K"},
    "I": {"Талдықорған": "A", "Текелі": "B", "Ақсу": "C", "Алакөл": "D", "Ескелді": "E", "Қаратал": "F", "Кербұлақ": "G",
          "Көксу": "H", "Панфилов": "I", "Сарқан": "J"},
    "K": {"Қарағанды": "A", "Теміртау": "C", "Балқаш": "D", "Саран": "G", "Шахтинск": "H", "Абай": "I", "Ақтоғай": "J",
          "Бұқар жырау": "K", "Қарқаралы": "M", "Нұра": "N", "Осакаров": "O", "Шет": "Q", "Приозерск": "R"},
    "L": {"Қызылорда": "A", "Қазалы": "D", "Қармақшы": "E", "Жаңақорған": "G", "Сырдария": "H", "Шиелі": "I"},
    "M": {"Ақтау": "A", "Жаңаөзен": "B", "Бейнеу": "C", "Қарақия": "D", "Маңғыстау": "E", "Түпқараған": "F", "Мұнайлы": "G"},
    "N": {"Қостанай": "A", "Рудный": "B", "Арқалық": "C", "Лисаков": "D", "Әулиекөл": "G", "Жітіқара": "J", "Сарыкөл": "Q"},
    "P": {"Павлодар қала": "A", "Ақсу": "B", "Екібастұз": "C", "Ақтоғай": "D", "Баянауыл": "E", "Железин": "F", "Ертіс": "G",
          "Тереңкөл": "H", "Аққулы": "I", "Май": "J", "Павлодар ауд": "K", "Успен": "L", "Шарбақты": "M"},
    "S": {"Петропавл": "A", "Аққайың": "B", "Айыртау": "C", "Ақжар": "D", "Ғабит Мүсірепов": "E", "Есіл": "F", "Жамбыл": "G",
          "Қызылжар": "H", "Мағжан Жұмабаев": "I", "Мамлют": "J", "Тайынша": "K"},
    "T": {"Атырау": "A", "Жылыой": "B", "Махамбет": "C", "Исатай": "D", "Индер": "F", "Мақат": "G", "Құрманғазы": "H"},
    "U": {"Кентау": "C", "Бәйдібек": "E", "Мақтаарал": "G", "Сайрам": "J", "Сарыағаш": "K", "Созақ": "L", "Төле би": "M"},
    "V": {"Өскемен": "A", "Риддер": "D", "Глубокое": "I", "Зайсан": "K", "Алтай": "L", "Катонқарағай": "M", "Күршім": "N",
          "Тарбағатай": "P", "Ұлан": "Q", "Шемонаиха": "S", "Самар": "T"},
    "Z": {"Орал": "A", "Бөрлі": "C", "Теректі": "L"},
}  # fmt: skip
LOCAL_BODY = regex.compile(r"әкімд|әкімият|мәслихат|әкім\b|әкімі", regex.IGNORECASE)
DISTRICT_WORD = regex.compile(r"ауда[нн]|қалалық|қаласы|округ|ауыл|кент", regex.IGNORECASE)


def region_of(issuer: str, year: int) -> Region | None:
    """The region whose body an issuer is; null for central bodies and for names that say no region.

    >>> region_of("Алматы облысы әкімдігі", 2019).letter, region_of("Абай облысы әкімдігі", 2015)
    ('D', None)
    """
    name = issuer.casefold()
    for stem, region in REGIONS:
        at = name.find(stem.casefold())
        if at >= 0 and LOCAL_BODY.search(issuer):
            return region if year >= region.since else None
    return None


def region_name(issuer: str | None) -> str | None:
    """The region's full name; null for central bodies.

    >>> region_name("Алматы облысы әкімдігі"), region_name("Алматы қаласы мәслихаты"), region_name("Әділет министрі")
    ('Алматы облысы', 'Алматы қаласы', None)
    """
    name = (issuer or "").casefold()
    stem = next((stem for stem, _ in REGIONS if stem.casefold() in name), None)
    return None if stem is None else f"{stem}ысы" if stem.endswith("обл") else f"{stem}сы"


def district_of(issuer: str, region: Region) -> tuple[bool, str | None]:
    """Whether an issuer is a body below the region, and its letter if one is known.

    >>> district_of("Павлодар облысы Шарбақты аудандық мәслихаты", Region("P", "55"))
    (True, 'M')
    """
    rest = regex.sub(r"^.*?облыс\p{L}*\s+", "", issuer)
    if rest == issuer or not DISTRICT_WORD.search(rest):
        # "Алматы қаласы әкімдігі", "Павлодар облысы әкімдігі": the region's own body
        return False, None
    known = DISTRICTS.get(region.letter, {})
    stem = next(
        (name for name in sorted(known, key=len, reverse=True) if rest.casefold().startswith(name.casefold())), None
    )
    return True, known[stem] if stem else None
