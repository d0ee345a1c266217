"""Those who act in a procedure: their nouns, and the forms of words that tell who acts."""

from __future__ import annotations

import regex

# Head nouns in the nominative, possessive endings included: "кеңсе қызметкері", "жауапты орындаушысы", "көрсетілетін қызметті алушы"
HEAD = (
    r"(?:қызметкер(?:і|лері)?|\p{L}{2,}(?<!н)ш[ыі](?:сы|сі|лары|лері|лар|лер)?|басшы(?:сы|лығы|лары|лық)?|бастығы|кеңсе(?:сі)?|"
    r"маман(?:ы|дары)?|жұмыскер(?:і|лері)?|әдіскер(?:і)?|инженер(?:і)?|регистратор(?:ы)?|диспетчер(?:і)?|нотариус(?:ы)?|лаборант(?:ы)?|филиал(?:ы)?|орган(?:ы|дары)?|инспектор(?:ы|лары)?|инспекция(?:сы)?|бөлім(?:і|ше(?:сі)?)?|бөлімшелері|басқарма(?:сы)?|дәрігер(?:і|лері)?|"
    r"комиссия(?:сы)?|орталы[қғ]ы?|оператор(?:ы)?|жүйе(?:сі)?|портал(?:ы)?|хатшы(?:сы)?|корпорация(?:сы)?|мұғалім(?:і)?|"
    r"әкім(?:і|дігі)?|сектор(?:ы)?|департаменті?|министрлігі?|комитеті?|ұйым(?:ы)?|мекеме(?:сі)?|аппарат(?:ы)?|орынбасар(?:ы)?|төраға(?:сы)?|медбикесі?|"
    r"зертхана(?:сы)?|кеңес(?:і)?|директор(?:ы)?|сарапшы(?:сы|лары)?|бухгалтер(?:і)?|заңгер(?:і)?|курьер(?:і)?)"
)
INSTRUMENTAL = r"(?:мен|бен|пен)"
# Who stands at the start: "көрсетілетін қызметті берушінің жауапты орындаушысымен құжаттарды ..."
BY = regex.compile(
    rf"^(?P<actor>(?:[\p{{L}}\"«»-]+\s+){{0,9}}?{HEAD})(?:{INSTRUMENTAL}|\s+тарапынан)\s(?!\s*(?:келіс|бірлес|бірге|хабарлас))",
    regex.IGNORECASE,
)
# "1-үдеріс – ...", "2-шарт - ...": the label of a link in a chain of actions and conditions
LABEL = regex.compile(
    r"^(?:\d+(?:-?\s?|-(?:ші|шы|інші|ыншы|нші|ншы)\s)(?:үдеріс|процесс|шарт|іс-қимыл|іс-әрекет|рәсім|кезең|қадам)|"
    r"(?:үдеріс|процесс|шарт|іс-қимыл|іс-әрекет|рәсім|кезең|қадам)\s\d+)\s*[-–—.:]\s*",
    regex.IGNORECASE,
)
# "көрсетілетін қызметті алушы порталда тіркеледі", "кеңсе – құжаттарды қабылдайды"; a genitive before it belongs to the name,
# a further noun in small letters too ("қызмет беруші кеңсе қызметкері"), unless it is the one who is served
SUBJECT = regex.compile(
    rf"^(?P<actor>(?:[\p{{L}}\"«»-]+\s+){{0,9}}?{HEAD}(?:\s+(?!алушы)(?-i:(?=\p{{Ll}}))(?:\p{{L}}+\s+)?(?!алушы){HEAD})*)"
    rf"(?:\s*[,–-])?\s+(?!{HEAD}(?:[нд]?[іы]ң)?\b(?<!(?:алушы|тұтынушы)(?:ның)?))(?!(?:туралы|бойынша|үшін|арқылы|арасында|жөнінде\p{{L}}*|тарапынан|мен|және)\b)(?=[\p{{L}}\d\"«(])",
    regex.IGNORECASE,
)
# What goes before a doer and is not part of the name: an object ("дайын нәтижені кеңсе қызметкері ..."), a clause
# ("қызмет көрсету үшін оператор ...", "портал арқылы алушы ...")
LEAD = regex.compile(
    r"^.*\b(?:\p{L}*[лдт][ае]р(?:ды|ді|ын|ін)|\p{L}{3,}у(?:ды|ді)|\p{L}{5,}[дт][ае]|\p{L}{3,}[мнрлзй](?:ді|ды)|\p{L}{3,}[ғгқк][ае](?!\s+(?:\p{L}+у\b|қызмет\b))|\p{L}{3,}(?:ны|ні|сын|сін)|(?:өтініш|құжат|хат|куәлік|рұқсат|шешім|бұйрық|өтінім)[тд][ыі]|"
    r"кез(?:де|інде)|жағдай(?:да|ларда)|соң|кейін|бастап|байланысты|ішінде|сәйкес|сай|бойынша|арқылы|үшін|негізінде|отырып|күні|дейін|болса|болмаса)\s*,?\s+",
    regex.IGNORECASE,
)
# "АЖ тұтынушы туралы ... тексереді", "портал алушы деректерін ...": behind a system the one who is served is its object
SERVED = regex.compile(r"(?<=^(?:(?-i:\p{Lu}){2,6}|портал))(?:\s+тіркелген)?\s+(?:тұтынушы|алушы)$", regex.IGNORECASE)
# A clause with its own verb is no name
CLAUSE = regex.compile(r"\p{L}(?:ады|еді|йды|йді)\b")
# "кеңсе қызметкерінің өтінішті қабылдауы": the doer in the genitive, what is done as a noun
DOER = regex.compile(
    rf"^(?P<actor>(?:[\p{{L}}\"«»-]+\s+){{0,9}}?{HEAD})[ндт]?[іы]ң\s+(?!(?:\p{{L}}+\s+){{0,2}}?(?!(?:алушы|тұтынушы|жүйе|портал)\b|жүйенің){HEAD}(?:[нд][іы]ң)?\b(?!\s+(?:арқылы|ықпалдастырылған|автоматтандырылған|ақпараттық)))",
    regex.IGNORECASE,
)
# "анықтаманың тұтынушының кабинетіне келіп түсуі": a thing in the genitive is what happens to it, not part of a doer's name
THING = regex.compile(
    r"\b(?:анықтама|өтініш|құжат|сұрау\s+салу|хабарлама|куәлік|лицензия|рұқсат|шешім|нәтиже|хат|деректер)\p{L}*[ндт][ыі]ң\s",
    regex.IGNORECASE,
)
# "кеңсесі өтінішті қабылдап, тіркеу", "басшысы құжаттарды қарау": behind a subject, its object and what is done to it
DOES = regex.compile(
    r"\s(?!\p{L}+[ндт][ыі]ң\b|(?:\p{L}+\s+){0,2}?\p{L}+[ғгқк][ае]н\s)(?:\p{L}+\s+){0,2}?"
    r"\p{L}+(?:[лдт][ае]р(?:ды|ді|ын|ін)|[сн][ыі]н|ны|ні|[тд][ыі])\s.*\p{L}у(?=\W*$)",
    regex.DOTALL,
)
# "... дайындауы – 4 жұмыс күні", "... қабылдау (30 минут)": what is done as a noun, before its time or a mark
DONE = regex.compile(r"\p{L}{2}(?:у|ю)(?:ы|і)?(?=\s*(?:[-–—(,;.]|\d|$))")
DEED = regex.compile(r"\p{L}(?:уы|уі|юі|юы|(?:у|ю)\s+(?:процесі|үдерісі|рәсімі))\W*(?:$|[.]\s|\()")
# "Заң" in "Заң басқармасы": a term for a document is nobody's name
DOCUMENT = regex.compile(r"(?:Заң|Кодекс|Стандарт|Регламент|Қағида|Ереже|Қаулы|Бұйрық)\p{Ll}*$")
# "Қарағанды облысы әкімдігінің комиссиясы": a name that begins with a place's
PLACE_NAME = regex.compile(r"\p{Lu}\p{Ll}+\s+(?:облыс|қала|аудан|Республика)")
# Bodies that are names wherever they stand
NAMES = ("Мемлекеттік корпорация",)
# "... құжаттарды Басқарма басшысына": one who acts, with a capital in mid-sentence
NAMED_DOER = regex.compile(rf"(?<=\p{{Ll}}[,»\"]? )((?-i:(?=\p{{Lu}})){HEAD})\b", regex.IGNORECASE)
# "... құжаттарды Орталыққа": a noun with its ending and a capital in mid-sentence is a name by itself
NAMED_ALONE = regex.compile(r"(?<=\p{Ll}[,»\"]? )(\p{Lu}\p{Ll}{3,}?)(?:[ндт][ыі]ң|[ғгқк][ае]|[мбп]ен|[дт][ае]н)\b")
# "... құжаттарды Мемлекеттік корпорацияға": a capital in mid-sentence tells a name
NAMED = regex.compile(r"(?<=\p{Ll}[,»\"]? )\p{Lu}\p{Ll}+\s+\p{Ll}{5}")
# A finite verb ends a clause that has a subject: "жолдайды", "тіркеледі", "береді", "жүгінеді"
FINITE = regex.compile(r"\p{L}(?:(?:ады|еді|йды|йді)(?=\W|$)|(?:ды|ді|ты|ті)(?=\s*(?:[,;:.–(-]|$|және)))")
# Behind a name: "... кеңсе қызметкері|не жолдау"
HANDED_OVER = regex.compile(r"(?:не|на|ге|ға|ке|қа|е|а)\s+(?:\p{L}+\s+){0,3}?(?:жолда|бер|жібер|тапсыр)\p{Ll}*$")
PARTICIPANTS = regex.compile(r"қатыс(?:атын|ады|уға)|тартыл(?:атын|ады)", regex.IGNORECASE)
# "... көрсету процесіне |кеңсе қызметкері, басшысы және маманы| қатысады", "|Кеңсе қызметкері, маманы| ... процесіне қатысады",
# "... қатысатын бөлімшелер: |кеңсе, сектор|."
TAKE_PART = (
    regex.compile(
        r"(?:процес(?:іне|ке)|үдеріс(?:іне|ке)|көрсетуге|рәсіміне|:|–)\s+(?P<names>[^:;]+?)\s+(?:қатысады|тартылады)",
        regex.IGNORECASE,
    ),
    regex.compile(
        r"^(?P<names>[^:;]+?)\s+(?:мемлекеттік\s+)?(?:қызмет\p{L}*\s+)?(?:көрсету\s+)?(?:процесіне|үдерісіне|рәсіміне)\s+(?:қатысады|тартылады)",
        regex.IGNORECASE,
    ),
    regex.compile(r"қатысатын[^:]*:\s+(?P<names>[^:;]+?)\.?$", regex.IGNORECASE),
)
# "көрсетілетін қызметті берушінің |кеңсе қызметкері": whose, said once before several names
WHOSE = regex.compile(r"^(?:[\p{L}-]+\s+){0,5}?[\p{L}-]+[ндт][ыі]ң\s+(?=(?:[\p{L}-]+\s+){0,3}?\p{L}+$)")
NAMES_APART = regex.compile(r"\s+(?:және|мен|бен|пен)\s+")
# "кеңсесі", "жауапты орындаушысы": a noun with a possessive ending, and no owner before it, is somebody's
POSSESSED = regex.compile(r"(?:(?:жауапты|бас|аға|жетекші)\s+)?\p{Ll}+[срнмтлқкғг][ыі]|\p{Ll}+ш[ыі]")
# "... бас маманы (бұдан әрі – |қаржыгер|)": what a participant is called elsewhere
CALLED = regex.compile(r"\(бұдан\s+әрі\s*[-–—]\s*(?P<term>[^()]+?)\s*\)")
# "кеңсе қызметкері – құжаттарды қабылдайтын адам": what is said of a participant is not his name
SAID_OF = regex.compile(r"\s+(?:[-–—]\s|\().*$", regex.DOTALL)
# "осы регламенттің 4-тармағында аталған рәсімдер аяқталған соң |беруші ...": what goes before, tried where nothing else tells
BEFORE = regex.compile(r"^[^.;]{3,240}?\b(?:соң|кейін|байланысты|сәйкес|негізінде)\s*,?\s+", regex.IGNORECASE)
# "құжаттар топтамасы толық ұсынылмаған жағдайда ХҚКО қызметкері ...": a condition goes before the doer
CONDITION = regex.compile(r"^[^.;]{3,300}?\b(?:жағдай(?:да|ларда)|кезде)\s*,?\s+", regex.IGNORECASE)
# A noun for one who acts, whole; a name that ends with one
HEADS = regex.compile(HEAD, regex.IGNORECASE)
# "портал |деректерінің|": whose the noun before it is
POSSESSED_GENITIVE = regex.compile(r"(?<!ект|ш|қорытынд)[ыі]н[ыі]ң$")
# "тұтынушының |деректерінде|": a thing that is the noun's before it, which then does nothing
POSSESSED_THING = regex.compile(r"[ыі]н(?:[дт]?[ае]|[дт]?[ае]н)$")
# "корпорацияның| ықпалдастырылған ақпараттық жүйесіне": whose a system is
WHOSE_SYSTEM = regex.compile(r"\s+(?:(?:ықпалдастырылған|автоматтандырылған|ақпараттық)\s|АЖ|АЖО)")
# "тұтынушының| деректері туралы": what something is about
ABOUT_THING = regex.compile(r"\s+\p{L}+[ыі]\s+(?:туралы|бойынша)\b")
ABBREVIATION = regex.compile(r"\p{Lu}{2,}")
DOER_CASE = regex.compile(r"(?:[ндт][ыі]ң|[мбп]ен)$")
# "басқарма |басшысына|", "кеңсе |қызметкерінен|": a doer's noun in another case, somebody's
OBLIQUE_DOER = regex.compile(r"(?<=[ыі])н(?:[ае]|[дт][ае]|[ае]н)$")
DOER_END = regex.compile(rf"\b{HEAD}$", regex.IGNORECASE)
# "басшысы |арқылы", "комиссия |жанындағы": what makes a noun something else than the one who acts
POSTPOSITION = regex.compile(
    r"(?:арқылы|үшін|туралы|бойынша|жөнінде|жанында|атына|алдында|арасында|тарапынан|және|мен|немесе)"
)
# "комиссия |бекіткен| тізілім": who does what a participle tells is not who acts
ACTIVE_PARTICIPLE = regex.compile(r"(?<![ыі][лн])(?:[ғқ]ан|[гк]ен)$")
# "басшымен |келіседі", "маманмен |бірге": with whom something is done
COMITATIVE = regex.compile(r"\s+(?:бірге|бірлес|келіс|хабарлас|әңгіме|шарт\s+жаса)")
# "тексер|іледі", "жібер|іледі": what is done to a thing
PASSIVE = regex.compile(r"(?r)(?:[ыі][лн]|л[ыі]н)(?:ады|еді)")
# "басқарма кеңсесі – |құжаттарды тіркеу": a doer, a dash, and what is done as a noun
DASHED = regex.compile(
    rf"^(?P<actor>(?:[\p{{L}}\"«»-]+\s+){{0,9}}?{HEAD})(?:\s+[-–—]|:)\s+(?=.*\p{{L}}[ую]\W*$)",
    regex.IGNORECASE | regex.DOTALL,
)
# "бас маманына |жүктеледі|": to whom work is given does it
GIVEN_TO = regex.compile(r"\s+(?:жүктел|тапсырыл)(?:еді|ады)")
# "директор| қол қойған жолдама": a clause that tells of a thing, right behind who did it
RELATIVE = regex.compile(r"\s+(?:\p{L}+\s+){0,2}?\p{L}+(?:[ғқ]ан|[гк]ен)\s+\p{L}+")
# "жер комиссиясы |қатысады|.": the last item of those who take part
ALL_TAKE_PART = regex.compile(r"\s+(?:қатысады|тартылады)\W*$")
# "(орындаушы – |бас маман)", "(жауапты – |бөлім басшысы)"
IN_CHARGE = regex.compile(r"^\s*(?:жауапты|жауаптысы|орындаушы|орындаушысы|орындайтын)\s*[-–—:]\s*")
# "..., орындаушы – |жауапты маман|", "нәтижені беру – |беру секторы|", "бланкіні толтыру – |бөлім маманы|ның міндеті": a doer behind the deed
TRAILING = regex.compile(
    rf"(?:\p{{L}}[ую]\s+[-–—]|,\s+(?:жауапты\s+)?(?:орындаушы(?:сы)?|жауапты)\s*[-–—:])\s+(?P<actor>(?:[\p{{L}}\"«»-]+\s+){{0,9}}?{HEAD})(?:[ндт]?[ыі]ң\s+міндеті)?\W*$",
    regex.IGNORECASE,
)
# "жобаны |дайындау": what is done, behind the thing that it is done to
VERBAL_NOUN = regex.compile(r"\p{L}{2}у$")
OBJECT = regex.compile(r"(?:[дтн][ыі]|[ыі]н)$")
VERBAL_NOUN_END = regex.compile(r"\p{L}[ую]\W*$")
# How a clause ends that goes before another: "... жүгінген кезде", "толық болса,", "байланысты"
CLAUSE_END = regex.compile(
    r"(?:[ғқ]ан|[гк]ен)(?:нен)?\s+(?:жағдай|кез|соң|кейін|сәт|күн)|(?:[ғқ]анда|[гк]енде)\b|\p{L}(?:са|се)\b,?\s|\bбайланысты\b"
)
# A word that belongs to no name behind it: an oblique case, a verb, an adverb
NO_MODIFIER = regex.compile(
    r"(?:[дт][ыі]|н[ыі]|с[ыі]н|[ыі]н|[ғгқк][ае]|(?:[ыі]н|с[ыі]н|н)[ае]|[дт][ае]|[дтн][ае]н|[мбп]ен|[ыі]п|с[ае]|й[ыі]п|[ғқ]ан|[гк]ен|[ае]т[ыі]н)$|"
    r"^(?:соң|кейін|ішінде|бойынша|арқылы|үшін|сәйкес|туралы|және|немесе|не|ал|дейін|күні|сайын|бірге|негізінде|кезде|кезінде|бастап|болған|отырып|байланысты|сай|оны|ол)$"
)
