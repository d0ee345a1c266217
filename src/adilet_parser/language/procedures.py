"""Words by which procedures are announced, and marks by which the parts of a step are told."""

from __future__ import annotations

import regex

from adilet_parser.model.records import Procedure

# Points whose items are steps, by what they say of themselves; the first that matches counts
PROCEDURES: tuple[tuple[regex.Pattern[str], Procedure], ...] = (
    (
        # "Жүгіну тәртібін және портал арқылы мемлекеттік қызмет көрсету кезінде ... бірізділігін сипаттау:"
        regex.compile(
            r"(?:портал\p{Ll}*|(?-i:ЭҮП))(?:\s+\([^()]*\))?\s+арқылы.*?(?:бірізділі|реттілі|тәртібі|рәсім|іс-қимыл|іс-әрекет)|"
            r"(?:бірізділі|реттілі|рәсім|іс-қимыл|іс-әрекет).*?(?:портал\p{Ll}*|(?-i:ЭҮП))\s+арқылы|портал\p{Ll}*\s+арқылы.*?\bреті\b",
            regex.IGNORECASE | regex.DOTALL,
        ),
        "portal",
    ),
    (
        # "Мемлекеттік қызмет көрсетудің нәтижесін Мемлекеттік корпорация арқылы алу процесінің сипаттамасы, оның ұзақтығы:"
        regex.compile(
            r"(?:корпорация|халыққа\s+қызмет\s+көрсету\s+орталы|ХҚКО|ХҚО)\p{Ll}*.{0,160}?"
            r"(?:проце|үдеріс|сипаттама|сипаттау|бірізділі|реттілі|іс-қимыл|рәсім|жүгіну\s+тәртіб|жүгін\p{L}*\s.{0,120}?\bкезеңдер)|"
            # "Орталық арқылы мемлекеттік қызметтің нәтижесін алу тәртібі және оның ұзақтығы:"
            r"(?:корпорация|халыққа\s+қызмет\s+көрсету\s+орталығы|ХҚКО|ХҚО|(?-i:Орталық))\s+арқылы.{0,160}?нәтиже\p{L}*\s+(?:алу|беру)|"
            # "Нәтижені Филиал арқылы алу процесін сипаттау:", "Мемлекеттік қызметті Орталық арқылы алудың кезеңдері:"
            r"нәтиже\p{L}*\s[^:]{0,80}?арқылы\s+алу|(?-i:Орталық)\s+арқылы\s+алу|"
            # "Орталық арқылы ЭМҚ көрсету кезіндегі қадамдық іс-қимылдар"
            r"(?-i:Орталық)\s+арқылы\s.{0,80}?(?:іс-қимыл|іс-әрекет|рәсім|\bкезеңдер)|"
            # "Тұтынушы Орталыққа өтініш берген кезден бастап ... қызмет көрсету кезеңдері:"
            r"\bорталыққа\s.{0,160}?\bкезеңдер",
            regex.IGNORECASE | regex.DOTALL,
        ),
        "corporation",
    ),
    (
        # "... процесінің құрамына кіретін әрбір рәсімнің (іс-қимылдың) мазмұны, оны орындаудың ұзақтығы ...",
        # "Әрбір рәсімнің (іс-қимылдың) ұзақтығын көрсете отырып, ... арасындағы рәсімдердің реттілігін сипаттау:"
        regex.compile(
            r"(?:рәсім|іс-қимыл|іс-әрекет|проце|үдеріс)\p{L}*.*?мазмұны|мазмұны.*?(?:рәсім|іс-қимыл|іс-әрекет)|"
            r"ұзақтығын\s+көрсет\p{Ll}+.*?(?:реттілі|бірізділі|тәртібі)|"
            # "... бөлімшелерінің өзара іс-қимылының сипаттамасы, әрбір рәсімнің ұзақтығы:"
            r"(?:іс-қимыл|іс-әрекет|рәсім)\p{L}*.*?сипатта.*?ұзақтығы|сипатта.*?(?:іс-қимыл|іс-әрекет|рәсім)\p{L}*.*?ұзақтығы",
            regex.IGNORECASE | regex.DOTALL,
        ),
        "provider",
    ),
    (
        # "Бірыңғай байланыс орталығы арқылы ... рәсімдердің (іс-қимылдардың) бірізділігі:"
        regex.compile(
            r"байланыс\s+орталығы\s+арқылы.*?(?:бірізділі|реттілі|рәсім|іс-қимыл)", regex.IGNORECASE | regex.DOTALL
        ),
        "other",
    ),
    (
        # "... арасындағы рәсімдердің (іс-қимылдардың) реттілігін сипаттау:", "Мемлекеттік қызмет мынадай кезеңдерден тұрады:";
        # not who takes part, what begins a procedure, or what it results in
        regex.compile(
            r"^(?!.*(?:тізбесі|қатысады|бастау|негіз|құжаттар(?:ды)?\s+(?:ұсын|қажет|тапсыр)|нәтижесі\s*:))"
            r".*(?:(?:рәсім|іс-қимыл|іс-әрекет)\p{L}*(?:\s*\([^()]*\))?\s*(?::|.{0,60}?(?:сипатта|реттілі|бірізділі|тәртібі|ұзақтығы|мерзім|тұрады|асырылады))|"
            r"(?:адымдық|қадамдық)\s+іс-|қызмет\p{L}*\s.{0,40}?кезеңдер)",
            regex.IGNORECASE | regex.DOTALL,
        ),
        "provider",
    ),
    (
        # "Операторға жүгіну тәртібінің сипаттамасы, көрсетілетін қызметті алушының сұрау салуын өңдеу ұзақтығы:"
        regex.compile(r"жүгіну\p{L}*\s+(?:тәртіб|рет)\p{L}*.*?(?:сипатта|ұзақтығы)", regex.IGNORECASE | regex.DOTALL),
        "other",
    ),
)
# A list of deeds in an act on a service is its procedure whatever announces it ("... іс-қимылдар алгоритмі:"), but for these:
# what is needed, who takes part, what is meant, what is refused
NO_DEEDS = regex.compile(
    r"құжат(?!\p{L}*\s+(?:қабылдау|қарау|тексеру|өңдеу|тіркеу))|тізбе|негіз|қажет|қатысады|тартылады|мәлімет|ұғым|термин|құқы|міндет|бас\s+тарт|талап|мерзім|нәтижесі\s*:|жауапты\b|шағым|кесте",
    regex.IGNORECASE,
)
# "кезекте күтудің рұқсат етілген ең ұзақ уақыты – 15 (он бес) минут": a time among the steps, and none of them
WAITING = regex.compile(
    r"(?:[\p{L}-]+\s+){0,8}?(?:күт(?:у|удің|удін)|қызмет\s+көрсету(?:дің)?)\s(?:[\p{L}-]+\s+){0,6}?(?:уақыты|мерзімі)\s*[-–—]",
    regex.IGNORECASE,
)
# "Нәтижесі – ауызша жауап", "Нәтиже: ...", "Рәсімнің (іс-қимылдың) нәтижесі – ...", "..., нәтижесі – шешімнің жобасы"
RESULT = regex.compile(
    r"\s*(?:(?<!\p{L})Нәтиже(?:сі)?|(?<=[.;,\n]\s{0,3})(?:(?:Осы\s+)?(?:[Рр]әсім|[Әә]рекет|[Іі]с-қимыл|[Іі]с-әрекет)(?:[нд]ің|тің|дың)?\s+(?:\([^()]*\)\s*)?)?нәтиже(?:сі)?)"
    r"\s*[-–—:]\s*"
)
# "... жолдайды (нәтижесі – кіріс нөмірі берілген өтініш)"
RESULT_BRACKET = regex.compile(
    r"\s*\(\s*(?:(?:рәсім|әрекет|іс-қимыл|іс-әрекет)(?:[нд]ің|тің|дың)?\s+(?:\([^()]*\)\s*)?)?нәтиже(?:сі)?\s*[-–—:]\s*(?P<result>(?:[^()]|\([^()]*\))*)\)",
    regex.IGNORECASE,
)
# "..., ұзақтығы – |3 (үш) жұмыс күні": what leads from a result to its time, read backwards
RESULT_TIME = regex.compile(r"(?r),\s*(?:(?:\p{L}+\s+)?(?:ұзақтығы|мерзімі|уақыты)\s*)?[-–—]?\s*")
# "1-үдеріс – ...", "2 шарт – ...", "1-ші процесс – ...", "процесс 1 – ...", "1-қадам. ...": items that are steps whatever their point says
LINK = r"(?:үдеріс|процесс|шарт|қадам|іс-қимыл|іс-әрекет|рәсім|кезең)"
CHAIN_ITEM = regex.compile(
    rf"(?:(?P<number>\d+)(?:-?\s?|-(?:ші|шы|інші|ыншы|нші|ншы)\s){LINK}|{LINK}\s(?P<behind>\d+))(?:\s*[-–—]\s*|\.\s+(?=\p{{Lu}}))",
    regex.IGNORECASE,
)
# "а) 1-үдеріс – ...", "ә) ...": items counted by letters, which are no sub-points
LETTERED = regex.compile(r"(?P<number>\p{Ll})(?P<behind>)\)\s*")
# Whose doings a chain tells, by what its point says; else the provider's
CHAINS: tuple[tuple[regex.Pattern[str], Procedure], ...] = (
    (regex.compile(r"(?:корпорация|халыққа\s+қызмет\s+көрсету\s+орталы|ХҚКО|ХҚО|Орталы[қғ])-?\p{Ll}*\s+(?:арқылы|жүгін)", regex.IGNORECASE), "corporation"),
    (regex.compile(r"(?:портал|ЭҮП|egov\.kz)[\p{Ll}-]*\s+(?:веб-портал\p{Ll}*\s+)?(?:арқылы|жүгін)|(?:алушының|тұтынушының)\s+(?:жүгін|қадам|іс-)", regex.IGNORECASE), "portal"),
)  # fmt: skip
# Tables of actions of a service are its provider's doings, those of other rules ("Емтихан өткізу қағидалары") are not
OF_SERVICE = regex.compile(r"регламент|стандарт|мемлекеттік\s+(?:көрсетілетін\s+)?қызмет", regex.IGNORECASE)
# "тексереді: бір айдын болған кезде – 1 жұмыс күні, екі ... болған кезде – 3 жұмыс күні", "қарау: теріс нәтижесінде – 2 ..."
CASES = regex.compile(r":\s+(?=[^:]*\s[-–—]\s*$)")
COLON = regex.compile(r":\s+")
# "6 жұмыс күнінен аспайтын| мерзімде талдау жүргізеді": a word that only says that a time is one
PERIOD = regex.compile(r"\s+(?:мерзім|уақыт)(?:де|те|та|ге|қа|\s+ішінде)\b")
# ", толық емес құжаттар бойынша –": what stands between the times of two cases
BETWEEN_CASES = regex.compile(r"\s*[,;]\s*(?:ал\s+)?(?P<condition>[^,;()]{3,160}?)\s*[-–—]\s*")
# "тексереді: деректер болған жағдайда – 6-үдеріс, болмаған жағдайда – 5-үдеріс орындалады", "деректер расталса, 3-үдеріске"
NEXT_CASES = regex.compile(
    r":\s+(?=[^:]*?(?:жағдай(?:да|ларда)\s*[-–—]|\p{L}(?:са|се)\s*[,–—-])\s*\d+-?\s?(?:үдеріс|процесс|шарт|қадам))"
)
# "ЭЦҚ расталған жағдайда ...", "толық болса – ...": a line that tells a case
CONDITIONAL = regex.compile(r"\bжағдай(?:да|ларда)\b|\bкез(?:де|інде)\b|\p{L}(?:са|се)\b\s*[,–—-]", regex.IGNORECASE)
CASE = regex.compile(r"^[\s,;:]*(?P<condition>[^,;].*?)\s*[-–—]\s*$", regex.DOTALL)
# "(|ұзақтығы| 15 минут)": what leads to a time in a bracket
BRACKET_LABEL = regex.compile(
    r"(?:(?:оны\s+)?орында(?:у|луы|лу|удың)\s+)?(?:ұзақтығы|мерзімі|уақыты)\s*[-–—:]?", regex.IGNORECASE
)
# " – |15 минут", "; ұзақтығы – |20 минут", ". Орындау мерзімі: |2 сағат": what leads to a time, read backwards
TIME_LABEL = regex.compile(
    r"(?r)(?:\s*[;,.]?\s*(?:(?:оны\s+)?орында(?:у|луы|лу|удың)\s+)?(?:ұзақтығы|мерзімі|уақыты)\s*[-–—:]\s*|\s*,\s*ұзақтығы\s+|\s*[-–—]\s*)",
    regex.IGNORECASE,
)
# "– 1 (бір) жұмыс күні| – қарайды", "– 30 минут ішінде| құжаттарды беру": what stands behind a time that a dash leads to
DASHES = frozenset("-–—")
DASH_AFTER = regex.compile(r"\s*[-–—](?=\s)")
WORD_AFTER = regex.compile(r"\s+\p{L}")
# "-": a cell that says nothing
DASH = regex.compile(r"[-–—]+")
BRACKET = regex.compile(r"\s*\((?P<condition>(?:[^()]|\([^()]*\))*)\)")
# "береді |; ...": the blank that a duration left before a mark
MARK_APART = regex.compile(r" (?=[;,](?:\s|$))")
MARKS = regex.compile(r"[\s;.,:]+$")
CLOSING = regex.compile(r"[\s;.]+$")
BRANCH = regex.compile(r"^(?P<condition>.+?)\s*[-–—]\s*$", regex.DOTALL)
