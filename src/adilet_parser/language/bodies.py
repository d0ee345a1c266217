"""Names of the bodies that issue acts, in the genitive, as they stand before a date or the act's noun."""

from __future__ import annotations

import regex

HEADS = (
    r"(?i:министрінің|министрлігінің|үкіметінің|президентінің|әкімдігінің|әкімиятының|әкімінің|мәслихатының|мәслихаттың|"
    r"әкімдіктің|төрағасының|комитетінің|агенттігінің|сотының|кеңесінің|банкінің|прокурорының|палатасының|"
    r"басқармасының|департаментінің|парламентінің|мәжілісінің|комиссиясының|инспекциясының)"
)
# "министрі міндетін атқарушының", "министрі м.а."
ACTING_HEADS = r"(?i:министрі|әкімі|төрағасы)\s+(?:міндетін\s+(?:уақытша\s+)?атқарушы(?:сы)?ның|м\.\s?а\.)"
# "министрінің міндетін атқарушының", "министрінің м.а."
ACTING = r"(?:\s+міндетін\s+(?:уақытша\s+)?атқарушы(?:сы)?ның|\s+м\.\s?а\.|\s+(?:бірінші\s+)?орынбасарының)?"
COUNTRY = r"(?:Қазақстан\s+Республикасы(?:ның)?|ҚР|Қазақ\s+ССР(?:-ның|-нің)?|ҚазақССР)"
# "Денсаулық сақтау және әлеуметтік даму"
INSIDE = r"(?:\s+[\p{L}][\p{L}-]*,?){0,14}?"
# "Алматы облысы", "Тараз қалалық", "Ақмола облысының Астрахан ауданы", "облыс"
TERRITORY = r"(?:\p{Lu}[\p{L}-]+|облыс\p{Ll}*|қала\p{Ll}*|аудан\p{Ll}*|ауыл\p{Ll}*|округ\p{Ll}*|кент\p{Ll}*)"
ISSUER = (
    rf"(?:{COUNTRY}{INSIDE}\s+(?:{HEADS}{ACTING}|{ACTING_HEADS})|(?:{TERRITORY}\s+){{1,9}}(?:{HEADS}{ACTING}|{ACTING_HEADS})|"
    rf"\bӘкімдіктің|\bМәслихаттың|\bҮкіметтің)"
)
# Read backwards from a date or a noun
BEFORE = regex.compile(rf"(?r)\b{ISSUER}\s*")
LONGEST = 300


def issuer_before(text: str, floor: int, at: int) -> regex.Match[str] | None:
    """The body whose name ends at `at`, not reaching back beyond `floor`.

    >>> issuer_before("Күші жойылды - Алматы облысы әкімдігінің ", 0, 41).group()
    'Алматы облысы әкімдігінің '
    """
    return BEFORE.match(text, max(floor, at - LONGEST), at)
