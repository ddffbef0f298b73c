"""The place of a co-op in what was shown, however people say it, written as one ordinal: "la première".

All that counts in a list then hears one way of saying it. What is asked of that co-op is left as typed.
"""

from __future__ import annotations

import re

from assistant.phrases import Message
from ingest.french import words

RANKS = ("première", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième",
         "dixième")  # fmt: skip
LAST, LAST_BUT_ONE = "dernière", "avant-dernière"

_SPELT = ("une?", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
_ORDINAL = (
    r"(?:premiere?|1(?:re|ere|er)|deuxieme|seconde?|2(?:e|eme|ieme|nde?)|troisieme|3(?:e|eme|ieme)|quatrieme"
    r"|4(?:e|eme|ieme)|cinquieme|5(?:e|eme|ieme)|sixieme|6(?:e|eme|ieme)|septieme|7(?:e|eme|ieme)|huitieme|8(?:e|eme"
    r"|ieme)"
    r"|neuvieme|9(?:e|eme|ieme)|dixieme|10(?:e|eme|ieme))"
)
_N = rf"(?P<n>[1-9]\d?|{'|'.join(_SPELT)})(?! (?:\d{{3}}|km|kilometres?|minutes?|ans|heures?)(?!\S))"
_COOP = r"(?:coops?|cooperatives?|cliniques?|co ops?|clinics?)(?: (?:de )?(?:sante|solidarite))*"
_THE_ONE = rf"(?:celle|celui|(?:la|cette) {_COOP}|l (?:etablissement|endroit|organisme)|the (?:one|co op|clinic))"
# Verbs of showing: "nommée", "que tu as citée", "que vous donnez", "qui figure".
_SHOW = (
    r"(?:(?:re)?nomm|cit|mentionn|(?:re)?list|affich|(?:re)?montr|plac|inscri|indiqu|(?:re)?donn|enumer|present|propos"
    r"|sugger|ecri|recommand|ressor|sor|nomin|identifi|signal|parl|apport|fourn|repond|rang|class|situ)\w*"
    r"|v(?:oi|u|oy)\w*|l(?:is|it|isez|ue?)s?|(?:di[st]\w{0,2}|mi[st]e?s?|met[sz]?|mettez|mettais|mentioned|named"
    r"|listed|gave|said|put|showed|shown)"
)
_YOU = r"(?:tu|vous|t|on|you|i)"
_OBJECT = r"(?:(?:me|m|nous|l|les?|la|te|t) )*"
_SHOWN = (
    rf"(?:(?:(?:(?:que|qu|dont|that) )?{_YOU} {_OBJECT}(?:(?:as|avez|a|avais|aviez|viens?|venez|have)(?: (?:de"
    rf"|d))? )?{_OBJECT}"
    rf"(?:{_SHOW})|qui (?:m |nous )?(?:a |est |etait |soit |avait ete |a ete )?(?:{_SHOW})"
    rf"|(?:{_SHOW}))(?: (?:a moi|moi|par toi|par vous|tantot|tout a l heure|plus haut|ci haut|ci dessus|avant))*)"
)
_STANDS = (
    r"(?:qui (?:est|etait|se (?:trouve|trouvait|situe|classe|place|tient)|vient|venait|arriv\w+|figure\w*|apparait"
    r"|apparaissait|parait|tombe|passe|sort|s affiche)|that (?:is|was|comes|came)|which is)"
)
_OF_LIST = (
    r"(?: (?:de|du|dans|d|sur|a|of|in|on) (?:(?:la|le|l|ta|ton|tes|votre|vos|cette|ce|ces|the|your|that) )?"
    r"(?:liste|classement|palmares|lot|enumeration|reponses?|resultats?|page|ecran|suggestions?|list|ranking|answer)"
    r"(?: (?:la|de tantot|d avant|ci dessus))?)?"
)
_POSITION = r"(?:lieu|rang|place|position|ligne|tete)"
_FIRST = (
    rf"(?:tout )?(?:en premiere?(?: {_POSITION})?|(?:au|du) (?:premier|1er) rang|en tete|(?:en|au|d en|du) haut"
    r"|(?:au|du) (?:sommet|dessus|tout debut|debut|top|commencement)|(?:at|from|on) the (?:top|beginning|start)|first"
    r"|d abord|la premiere|le premier|premiere?)"
)
_LAST = (
    rf"(?:tout )?(?:en derni(?:er|ere)(?: {_POSITION})?|(?:au|du) dernier rang|(?:en|au|d en|du) bas|(?:au|du) fond"
    r"|(?:a|de) la (?:toute )?(?:fin|queue)|en (?:fin|queue)|(?:at|from) the (?:end|bottom)|last"
    r"|la derniere|le dernier|derniere?)"
)
_NTH = rf"(?:(?:en|au|a la|la|le) )?(?P<nth>{_ORDINAL})(?: {_POSITION})?"
_MIDDLE = r"(?:du|au|dans le) (?:milieu|centre)|(?:in|from) the middle"
_JOINT = rf"(?:{_SHOWN}|{_STANDS}(?: (?:{_SHOW}))?|tout|juste)"
# "celle qui arrive en tête pour le nombre de membres" is of a ranking, not of a list that was shown.
_BY_MEASURE = (
    r"(?! (?:pour|en|par|selon|cote|niveau|au niveau|quant|question|avec|of|for|by|in)(?: \w+){0,3} (?:nombres?"
    r"|total|totaux|taille|medecins?|docteurs?|membres?|membership|dossiers?|patients?"
    r"|population|effectifs?|infirmi\w+)(?!\S))"
)
# "celle que tu nommes en premier", "celle qui est en haut de la liste", "la coop du bas", "celle citée en deuxième".
_BY_PLACE = re.compile(
    rf"(?<!\S){_THE_ONE}(?: {_JOINT})? "
    rf"(?:(?P<last>{_LAST})|(?P<middle>{_MIDDLE})|(?P<first>{_FIRST})|{_NTH}){_OF_LIST}(?!\S){_BY_MEASURE}"
)
# "celle qui ouvre la liste", "celle qui ferme ta liste".
_BY_EDGE = re.compile(
    rf"(?<!\S){_THE_ONE} qui (?:(?P<first>ouvre|commence|debute|entame|mene)|(?P<last>ferme|termine|finit|clot"
    rf"|conclut))"
    r" (?:la|ta|votre|cette|le|ce) (?:liste|classement|palmares|marche|enumeration)(?!\S)"
)
# "la no 1", "celle numéro deux", "l'option 3", "le choix 2", "la numéro un", "la 2".
_BY_NUMBER = re.compile(
    rf"(?<!\S)(?<!celles de )(?<!coops de )(?<!region )(?:(?:(?P<the>la|le|celle|celui|the|{_THE_ONE}) )?"
    r"(?:no|numero|num|nr|number|option|choix|numerotee?)|l option|le choix|the (?:number|option)"
    rf"|(?P<bare>la|celle|the)) {_N}(?!\S){_OF_LIST}"
)
# "la deuxième place", "le premier rang": of the co-op that has it.
_ITS_PLACE = re.compile(
    rf"(?<!\S)(?:la|le|en|au) (?P<nth>{_ORDINAL}) (?:place|rang|position)(?! (?:de|d|du|des)(?!\S))(?!\S)"
)
# "la première nommée", "la deuxième coop que vous donnez", "la dernière affichée"; "dont tu parlais" counts otherwise.
_SHOWN_NTH = re.compile(
    rf"(?<!\S)(?:la|le|the) (?P<nth>{_ORDINAL}|derniere?|last|avant derniere?)(?: {_COOP})? "
    rf"(?!dont|dans|qu[e]? {_YOU} {_OBJECT}(?:as|avez|a) )(?:{_SHOWN})(?!\S)"
)
# "celle du début", "celle dont tu parlais en premier": counted from the first co-op of the conversation.
_SINCE_THE_START = re.compile(r"(?<!\S)(?:dont|debut|commencement)(?!\S)")
# "celle du bas Saint-Laurent": a place.
_A_PLACE = re.compile(
    r"[-’']| (?:saint|st|sainte|ste|richelieu|saguenay|canada|du fleuve|de la ville|de la cote)(?!\S)"
)

# "les deux qui sont à la fin", "les trois du haut", "celles à la fin, les deux": several at an end of the list.
_FEW = r"(?P<n>[2-5]|deux|trois|quatre|cinq)"
_FIRST_FEW = rf"(?:{_FIRST}|au (?:tout )?debut|du (?:tout )?debut|en haut|du haut)"
_FEW_AT_AN_END = re.compile(
    rf"(?<!\S)(?P<the>les|des|aux|ces|pour les|dans les|the) {_FEW}(?: {_COOP}|(?: la))?"
    rf"(?: (?:{_STANDS}|qui (?:sont|etaient|se trouvent|figurent|apparaissent|viennent|arrivent)))? "
    rf"(?:(?P<last>{_LAST})|(?P<first>{_FIRST_FEW})){_OF_LIST}(?!\S){_BY_MEASURE}"
)
# "les deux qui restent": the others
_FEW_LEFT = re.compile(
    rf"(?<!\S)(?P<the>les|des|aux|ces|the) (?:{_FEW} )?(?:coops? )?(?:qui (?:restent|manquent)|restantes?"
    rf"|qu il reste)(?!\S)"
)

_AT_ONCE = r"(?:(?:tout de suite|tout juste|juste|immediatement|directement|right|just) )?"
# "celle qui vient tout de suite après", "celle d'après", "celle qui suit", "pis après elle ?", "celle juste dessous".
_AFTER_IT = re.compile(
    rf"(?<!\S){_THE_ONE} (?:(?:{_STANDS}|d) )?{_AT_ONCE}(?:apres|ensuite|derriere|en dessous|after|next)"
    r"(?: (?:elle|celle la|celle ci|ca|it|that))?(?!\S)"
    r"(?! (?:le|la|les|l|un|une|moi|toi|vous|ton|ta|votre|ce|cette|ces|\d+)(?!\S))"
    rf"|(?<!\S){_THE_ONE} qui (?:la |les )?suit(?!\S)"
    rf"|^(?P<link>(?:(?:et|pis|puis|ok|bon|and) )*)(?:qui (?:vient |arrive |est )?)?{_AT_ONCE}(?:apres|derriere)"
    r" (?:elle|celle (?:la|ci))(?= (?:c est|il y a|y a|qui|on)(?!\S)|$)"
)
NEXT = "suivante"


def with_plain_ranks(text: str, shown: int, of_more: bool = False) -> str:
    """A sequel with the places it points at written as ordinals; `shown` is how many co-ops the last list shows.

    `of_more` where these were told of a longer list, which has others left.

    >>> with_plain_ranks("Où est celle que tu nommes en premier ?", 4)
    'Où est la première ?'
    >>> with_plain_ranks("pis celle tout en bas de la liste, son courriel", 4)
    'pis la dernière, son courriel'
    >>> with_plain_ranks("qui préside la no 2", 4)
    'qui préside la deuxième'
    >>> with_plain_ranks("le courriel des deux qui sont à la fin de la liste", 4)
    'le courriel des deux dernières'
    >>> with_plain_ranks("qui préside la coop no 20", 4)
    'qui préside la coop no 20'
    """
    text = _few(_MEDAL.sub(lambda m: f"la {RANKS[1 if m['of'] == 'argent' else 2]}", text), shown, of_more)
    for pattern in (_AFTER_IT, _BY_PLACE, _BY_EDGE, _SHOWN_NTH, _ITS_PLACE, _BY_NUMBER):
        text = _rewritten(text, pattern, shown)
    return text


# "et la médaille de bronze ?" after the first of a ranking
_MEDAL = re.compile(r"\b(?:la |une )?m[ée]daille d(?:['’]|e )(?P<of>argent|bronze)\b", re.IGNORECASE)
# What the prose lists and numbers: "la recommandation no 1" is no co-op of that number.
_FEMININE = (
    "recommandation|orientation|priorite|mesure|resolution|action|etape|proposition|demande|strategie|valeur|mission"
    "|cible"
)
_MASCULINE = "mandat|objectif|axe|enjeu|point|projet|principe|volet|engagement|article|constat|defi|but|moyen|chantier"
_ITS_NUMBER = re.compile(
    rf"(?<!\S)(?P<the>(?:la|le|l|cette|ce|cet|the|son|sa|leur|votre|ton|ta) )?(?P<thing>{_FEMININE}|{_MASCULINE})"
    rf" (?:no|numero|num|nr|number|n o) {_N}(?!\S)"
)


def with_plain_items(text: str) -> str:
    """A message with the number of a thing of the prose written as its rank.

    >>> with_plain_items("J'aimerais connaître la recommandation no 2 du mémoire")
    "J'aimerais connaître la deuxième recommandation du mémoire"
    >>> with_plain_items("l'objectif numéro un, c'est quoi ?")
    "le premier objectif, c'est quoi ?"
    """
    message = Message(text, words(text))
    match = _ITS_NUMBER.search(message.folded)
    hit = message.hit("item", match.start(), match.end()) if match else None
    if match is None or hit is None or _number(match["n"]) > len(RANKS):
        return text
    start, end = message.words[hit.first].start, message.words[hit.last - 1].end
    at = next(w for w in message.words[hit.first : hit.last] if w.folded == match["thing"])
    feminine = match["thing"] in _FEMININE.split("|")
    rank = RANKS[_number(match["n"]) - 1]
    rank = rank if feminine or rank != RANKS[0] else "premier"
    said = (match["the"] or "").strip()
    its = {"son": "sa ", "ton": "ta "} if feminine else {"sa": "son ", "ta": "ton "}
    the = its.get(said) or (f"{said} " if said in ("son", "sa", "leur", "votre", "ton", "ta") else "")
    the = the or ("la " if feminine else "le ") if said else ""
    return f"{text[:start]}{the}{rank} {text[at.start : at.end]}{text[end:]}"


def _few(text: str, shown: int, of_more: bool) -> str:
    """The same with several at an end of the list said as "les deux dernières", and those left as "les deux autres"."""
    for pattern in (_FEW_AT_AN_END, _FEW_LEFT):
        message = Message(text, words(text))
        match = pattern.search(message.folded)
        if match is None or shown < _SEVERAL:
            continue
        hit = message.hit("few", match.start(), match.end())
        if hit is None:
            continue
        said = match.groupdict()
        if pattern is _FEW_AT_AN_END and _number(said["n"]) >= shown:
            continue  # "les cinq du début", of which fewer are left
        if pattern is _FEW_LEFT and said["n"] and _number(said["n"]) == shown and not of_more:
            which = ""  # of two shown, the two that are left
        else:
            which = "autres" if pattern is _FEW_LEFT else "dernières" if said["last"] else "premières"
        start, end = message.words[hit.first].start, message.words[hit.last - 1].end
        number = f"{said['n']} " if said["n"] else ""
        text = f"{text[:start]}{said['the']} {number}{which}{text[end:]}"
    return text


_SEVERAL = 2  # co-ops shown, from which some are at an end


def _rewritten(text: str, pattern: re.Pattern[str], shown: int) -> str:
    message = Message(text, words(text))
    for match in reversed(list(pattern.finditer(message.folded))):
        link = len(match.groupdict().get("link") or "")  # "pis après elle ?" goes on as it opened
        hit, rank = message.hit("rank", match.start() + link, match.end()), _rank(match, shown)
        if hit is None or rank is None:
            continue
        start, end = message.words[hit.first].start, message.words[hit.last - 1].end
        if _A_PLACE.match(text[end:].lower()) or _A_PLACE.match(message.folded[match.end() :]):
            continue
        the = "l'" if rank == LAST_BUT_ONE else "la "
        of_all = " du début" if rank == RANKS[0] and _SINCE_THE_START.search(match.group()) else ""
        text = f"{text[:start]}{the}{rank}{of_all}{text[end:]}"
    return text


def _rank(match: re.Match[str], shown: int) -> str | None:
    """The ordinal of a place, None where no list that was shown has it."""
    if match.re is _AFTER_IT:
        return NEXT
    said = match.groupdict()
    if said.get("first"):
        return RANKS[0]
    if said.get("last"):
        return LAST
    if said.get("middle"):
        return RANKS[shown // 2] if shown % 2 and shown <= len(RANKS) else None
    if said.get("nth"):
        nth = said["nth"]
        if nth.startswith("avant"):
            return LAST_BUT_ONE
        return LAST if nth.startswith(("dern", "last")) else _spelt_out(nth)
    n = _number(said["n"])
    return RANKS[n - 1] if n <= min(shown, len(RANKS)) and shown > 1 else None


def _spelt_out(ordinal: str) -> str | None:
    digits = re.match(r"\d+", ordinal)
    if digits:
        return RANKS[int(digits.group()) - 1]
    if ordinal.startswith("second"):
        return RANKS[1]
    return next((rank for rank in RANKS if ordinal[:5] == _fold(rank)[:5]), None)


def _fold(rank: str) -> str:
    return words(rank)[0].folded


def _number(said: str) -> int:
    """A number written in letters or figures."""
    if said.isdigit():
        return int(said)
    return next(n for n, spelt in enumerate(_SPELT, 1) if re.fullmatch(spelt, said))
