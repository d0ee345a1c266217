"""Words by which procedures are announced, and marks by which the parts of a step are told."""

from __future__ import annotations

import regex

from adilet_parser.model.records import Procedure

# Points whose items are steps, by what they say of themselves; the first that matches counts
PROCEDURES: tuple[tuple[regex.Pattern[str], Procedure], ...] = (
    (
        # "Жүгіну тәртібін және портал арқылы мемлекеттік қызмет көрсету кезінде ... бірізділігін сипаттау:"
        regex.compile(
            r"портал\p{Ll}*\s+арқылы.*?(?:бірізділі|реттілі|тәртібі|рәсім|іс-қимыл|іс-әрекет)|"
            r"(?:бірізділі|реттілі|рәсім|іс-қимыл|іс-әрекет).*?портал\p{Ll}*\s+арқылы",
            regex.IGNORECASE | regex.DOTALL,
        ),
        "portal",
    ),
    (
        # "Мемлекеттік қызмет көрсетудің нәтижесін Мемлекеттік корпорация арқылы алу процесінің сипаттамасы, оның ұзақтығы:"
        regex.compile(
            r"(?:корпорация|халыққа\s+қызмет\s+көрсету\s+орталы|ХҚКО|ХҚО)\p{Ll}*.{0,160}?"
            r"(?:проце|үдеріс|сипаттама|сипаттау|бірізділі|реттілі|іс-қимыл|рәсім)",
            regex.IGNORECASE | regex.DOTALL,
        ),
        "corporation",
    ),
    (
        # "... процесінің құрамына кіретін әрбір рәсімнің (іс-қимылдың) мазмұны, оны орындаудың ұзақтығы ...",
        # "Әрбір рәсімнің (іс-қимылдың) ұзақтығын көрсете отырып, ... арасындағы рәсімдердің реттілігін сипаттау:"
        regex.compile(
            r"(?:рәсім|іс-қимыл|іс-әрекет|проце|үдеріс)\p{L}*.*?мазмұны|мазмұны.*?(?:рәсім|іс-қимыл|іс-әрекет)|"
            r"ұзақтығын\s+көрсет\p{Ll}+.*?(?:реттілі|бірізділі|тәртібі)",
            regex.IGNORECASE | regex.DOTALL,
        ),
        "provider",
    ),
)
# "Нәтижесі – ауызша жауап", "Нәтиже: ...", "Рәсімнің (іс-қимылдың) нәтижесі – ...", "..., нәтижесі – шешімнің жобасы"
RESULT = regex.compile(
    r"\s*(?:(?<!\p{L})Нәтиже(?:сі)?|(?<=[.;,]\s{0,3})(?:(?:Рәсімнің|Әрекеттің|Іс-қимылдың|Іс-әрекеттің)\s+(?:\([^()]*\)\s*)?)?нәтиже(?:сі)?)"
    r"\s*[-–—:]\s*"
)
# "... жолдайды (нәтижесі – кіріс нөмірі берілген өтініш)"
RESULT_BRACKET = regex.compile(
    r"\s*\(\s*нәтиже(?:сі)?\s*[-–—:]\s*(?P<result>(?:[^()]|\([^()]*\))*)\)", regex.IGNORECASE
)
# "..., ұзақтығы – |3 (үш) жұмыс күні": what leads from a result to its time, read backwards
RESULT_TIME = regex.compile(r"(?r),\s*(?:(?:\p{L}+\s+)?(?:ұзақтығы|мерзімі|уақыты)\s*)?[-–—]?\s*")
# "1-үдеріс – ...", "2-шарт – ...": items that are steps whatever their point says
CHAIN_ITEM = regex.compile(r"\d+-?\s?(?:үдеріс|процесс|шарт)\s*[-–—]", regex.IGNORECASE)
# Whose doings a chain tells, by what its point says; else the provider's
CHAINS: tuple[tuple[regex.Pattern[str], Procedure], ...] = (
    (regex.compile(r"(?:корпорация|халыққа\s+қызмет\s+көрсету\s+орталы|ХҚКО|ХҚО|Орталы[қғ])\p{Ll}*\s+арқылы", regex.IGNORECASE), "corporation"),
    (regex.compile(r"(?:портал|ЭҮП|egov\.kz)[\p{Ll}-]*\s+(?:веб-портал\p{Ll}*\s+)?арқылы|(?:алушының|тұтынушының)\s+(?:жүгін|қадам|іс-)", regex.IGNORECASE), "portal"),
)  # fmt: skip
# "тексереді: бір айдын болған кезде – 1 жұмыс күні, екі ... болған кезде – 3 жұмыс күні"
CASES = regex.compile(r":\s+(?=[^:]*?(?:кезде|жағдайда|үшін|кез\p{Ll}*)\s*[-–—])")
# "тексереді: деректер болған жағдайда – 6-үдеріс, болмаған жағдайда – 5-үдеріс орындалады"
NEXT_CASES = regex.compile(r":\s+(?=[^:]*?жағдай(?:да|ларда)\s*[-–—]\s*\d+-?\s?(?:үдеріс|процесс|шарт))")
CASE = regex.compile(r"^[\s,;:]*(?P<condition>[^,;].*?)\s*[-–—]\s*$", regex.DOTALL)
DASH = regex.compile(r"(?r)\s*[-–—]\s*")
BRACKET = regex.compile(r"\s*\((?P<condition>(?:[^()]|\([^()]*\))*)\)")
MARKS = regex.compile(r"[\s;.,:]+$")
CLOSING = regex.compile(r"[\s;.]+$")
BRANCH = regex.compile(r"^(?P<condition>.+?)\s*[-–—]\s*$", regex.DOTALL)
