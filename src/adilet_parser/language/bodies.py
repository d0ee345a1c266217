"""Names of the bodies that issue acts, in the genitive, as they stand before a date or the act's noun."""

from __future__ import annotations

import regex

HEADS = (
    r"(?i:(?:вице-|премьер-)?министрінің|министрлігінің|үкіметінің|президентінің|әкімдігінің|әкімиятының|әкімінің|мәслихатының|мәслихаттың|"
    r"әкімдіктің|төрағасының|комитетінің|агенттігінің|сотының|кеңесінің|банкінің|прокурорының|палатасының|"
    r"басқармасының|департаментінің|бастығының|төрайымының|директорының|парламентінің|мәжілісінің|комиссиясының|инспекциясының|кабинетінің)"
)
# "мәслихатының |кезекті XXI сессиясының": the body is the maslikhat
SESSION = r"(?:\s+(?:(?!\d{4}\b)[\p{L}\d-]+\s+){0,5}?сессиясының)?"
# "министрі міндетін атқарушының", "министрі м.а."
ACTING_HEADS = r"(?i:министрі|әкімі|төрағасы)\s+(?:міндетін\s+(?:уақытша\s+)?атқарушы(?:сы)?ның|м\.\s?а\.)"
# "министрінің міндетін атқарушының", "министрінің м.а."
ACTING = r"(?:\s+міндетін\s+(?:уақытша\s+)?атқарушы(?:сы)?ның|\s+м\.\s?а\.|\s+(?:бірінші\s+)?орынбасарының)?"
COUNTRY = r"(?:Қаза?қста[нның]\s+Республикасы(?:ның)?|ҚР|Қазақ\s+ССР(?:-ның|-нің)?|ҚазақССР)"
# "Денсаулық сақтау және әлеуметтік даму"
INSIDE = r"(?:\s+[\p{L}][\p{L}-]*,?){0,14}?"
# "Алматы облысы", "Тараз қалалық", "Ақмола облысының Астрахан ауданы", "Шал ақын аудандық", "облыс"
NO_NAME = r"(?!(?:Осы|Бұл|Сол|Аталған|Көрсетілген|Мынадай|Күші|Ескерту|Қоса|Егер)\b)"
TERRITORY = rf"(?:{NO_NAME}\p{{Lu}}[\p{{L}}-]+(?:\s+\p{{Ll}}{{3,6}}(?=\s+аудан))?|атындағы|облыс\p{{Ll}}*|қала\p{{Ll}}*|аудан\p{{Ll}}*|ауыл\p{{Ll}}*|округ\p{{Ll}}*|кент\p{{Ll}}*)"
ISSUER = (
    rf"(?:{COUNTRY}{INSIDE}\s+(?:{HEADS}{ACTING}|{ACTING_HEADS})|(?:{TERRITORY}\s+){{1,9}}(?:{HEADS}{ACTING}|{ACTING_HEADS})|"
    # "Еуразиялық экономикалық комиссия Кеңесінің", "Кеден одағы Комиссиясының"
    rf"{NO_NAME}\p{{Lu}}\p{{Ll}}+(?:\s+\p{{Ll}}[\p{{L}}-]*){{0,4}}?\s+(?:Кеңесінің|Комиссиясының|Алқасының|Сотының)|"
    # "Денсаулық сақтау министрінің", the country left out
    rf"{NO_NAME}\p{{Lu}}\p{{Ll}}+(?:\s+\p{{Ll}}[\p{{L}}-]*,?){{0,8}}?\s+(?:(?:министрінің|министрлігінің){ACTING}|министрі\s+(?:міндетін\s+атқарушының|м\.\s?а\.))|"
    rf"\bӘкімдіктің|\bМәслихаттың|\bҮкіметтің)"
)
# Read backwards from a date or a noun
# "Премьер-Министрінің орынбасары – Қазақстан Республикасы Ауыл шаруашылығы министрінің": one person, two offices
DEPUTY = rf"(?:{COUNTRY}\s+Премьер-Министрінің\s+(?:бірінші\s+)?орынбасары\s*[-–—]\s*)?"
BEFORE = regex.compile(rf"(?r)\b{DEPUTY}{ISSUER}{SESSION}\s*")
# "Павлодар облысының әкімдігі 2015 жылғы": in stacked headers the body stands in the nominative
NOMINATIVE_HEADS = r"(?i:әкімдігі|әкімі|мәслихаты|үкіметі|(?:вице-)?министрі|министрлігі|төрағасы|агенттігі|комитеті)"
NOMINATIVE_BEFORE = regex.compile(
    rf"(?r)\b(?:{COUNTRY}{INSIDE}|(?:{TERRITORY}\s+){{0,8}}{TERRITORY})\s+{NOMINATIVE_HEADS}\s+"
)
LONGEST = 300


def issuer_before(text: str, floor: int, at: int) -> regex.Match[str] | None:
    """The body whose name ends at `at`, not reaching back beyond `floor`.

    >>> issuer_before("Күші жойылды - Алматы облысы әкімдігінің ", 0, 41).group()
    'Алматы облысы әкімдігінің '
    """
    return BEFORE.match(text, max(floor, at - LONGEST), at)


GENITIVE_END = regex.compile(r"[ндт][ыі]ң$")
LOCATIVE_END = regex.compile(r"н?д[ае]$")
# "мәслихатының| кезекті XXI сессиясының"
SESSION_END = regex.compile(r"(?<=мәслихат(?:ының|тың))\s.*сессиясының$", regex.IGNORECASE)


def nominative(name: str) -> str:
    """A body's name in the genitive or locative -> nominative.

    >>> nominative("Алматы облысы әкімдігінің"), nominative("Алматы облысы Әділет департаментінде")
    ('Алматы облысы әкімдігі', 'Алматы облысы Әділет департаменті')
    """
    name = SESSION_END.sub("", " ".join(name.split()))
    if name.endswith("м.а."):
        return name
    return GENITIVE_END.sub("", name) if GENITIVE_END.search(name) else LOCATIVE_END.sub("", name)
