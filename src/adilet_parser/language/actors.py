"""Nouns for those who act in a procedure."""

from __future__ import annotations

import regex

# Head nouns in the nominative, possessive endings included: "кеңсе қызметкері", "жауапты орындаушысы", "көрсетілетін қызметті алушы"
HEAD = (
    r"(?:қызметкер(?:і|лері)?|орындаушы(?:сы|лары)?|басшы(?:сы|лығы|лары)?|кеңсе(?:сі)?|маман(?:ы|дары)?|инспектор(?:ы|лары)?|"
    r"бөлім(?:і|шесі)?|бөлімшелері|басқарма(?:сы)?|дәрігер(?:і|лері)?|комиссия(?:сы)?|орталы[қғ]ы?|оператор(?:ы)?|жүйе(?:сі)?|"
    r"алушы(?:сы|лар)?|беруші(?:сі|лер)?|хатшы(?:сы)?|корпорация(?:сы)?|жинақтаушы(?:сы)?|мұғалім(?:і)?|әкім(?:і)?|"
    r"тіркеуші(?:сі)?|секторы?|департаменті?|ұйымы?|орынбасары|медбикесі?|зертхана(?:сы)?|кеңес(?:і)?|меңгеруші(?:сі)?|директоры?)"
)
INSTRUMENTAL = r"(?:мен|бен|пен)"
# Who stands at the start: "көрсетілетін қызметті берушінің жауапты орындаушысымен құжаттарды ..."
BY = regex.compile(rf"^(?P<actor>(?:[\p{{L}}\"«»-]+\s+){{0,9}}?{HEAD}){INSTRUMENTAL}\s", regex.IGNORECASE)
# "1-үдеріс – ...", "2-шарт - ...": the label of a link in a chain of actions and conditions
LABEL = regex.compile(
    r"^\d+-?\s?(?:үдеріс|процесс|шарт|іс-қимыл|іс-әрекет|рәсім|кезең|қадам)\s*[-–—.:]\s*", regex.IGNORECASE
)
# "көрсетілетін қызметті алушы порталда тіркеледі"; a genitive before it belongs to the name
SUBJECT = regex.compile(
    rf"^(?P<actor>(?:[\p{{L}}\"«»-]+\s+){{0,9}}?{HEAD}(?:\s+(?:\p{{L}}+\s+)?{HEAD})*)(?:\s*[,–-])?\s+(?!{HEAD}(?:[нд]?[іы]ң)?\b)(?=[\p{{L}}\d\"«(])",
    regex.IGNORECASE,
)
# "кеңсе қызметкерінің өтінішті қабылдауы": the doer in the genitive, what is done as a noun
DOER = regex.compile(rf"^(?P<actor>(?:[\p{{L}}\"«»-]+\s+){{0,9}}?{HEAD})[нд]?[іы]ң\s+(?!{HEAD})", regex.IGNORECASE)
DEED = regex.compile(r"\p{L}(?:уы|уі|юі|юы)\W*(?:$|[.]\s)")
# "... құжаттарды Мемлекеттік корпорацияға": a capital in mid-sentence tells a name
NAMED = regex.compile(r"(?<=\p{Ll}[,»\"]? )\p{Lu}\p{Ll}+\s+\p{Ll}{5}")
# A finite verb ends a clause that has a subject: "жолдайды", "тіркеледі", "береді", "жүгінеді"
FINITE = regex.compile(r"\p{L}(?:ады|еді|йды|йді|ды|ді|ты|ті)(?=\s*(?:[,;:.–(-]|$|және|\s))")
# The ending of a name that acts, with its blank: "қызметкерімен құжаттарды"
INSTRUMENTALS = frozenset(["мен ", "бен ", "пен "])
# Behind a name: "... кеңсе қызметкері|не жолдау"
HANDED_OVER = regex.compile(r"(?:не|на|ге|ға|ке|қа|е|а)\s+(?:\p{L}+\s+){0,3}?(?:жолда|бер|жібер|тапсыр)\p{Ll}*$")
PARTICIPANTS = regex.compile(r"қатыс(?:атын|ады|уға)", regex.IGNORECASE)
# "құжаттар топтамасы толық ұсынылмаған жағдайда ХҚКО қызметкері ...": a condition goes before the doer
CONDITION = regex.compile(r"^[^.;]{3,300}?\b(?:жағдай(?:да|ларда)|кезде)\s*,?\s+", regex.IGNORECASE)
