"""The question itself, without what is said to introduce it.

"Je prépare un exposé et j'aimerais savoir combien de coops…" asks "combien de coops…". What comes before is dropped
where the words of asking are followed by a question word; whoever calls makes sure that nothing of ours is lost.

>>> split("Pour un travail, pourriez-vous me dire, s'il vous plaît, combien de coops existent ?")[1]
'combien de coops existent ?'
>>> split("combien de coops existent ?")
('', 'combien de coops existent ?')
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from ingest.french import key

_VERB = (
    r"(?:dire|indiquer|pr[ée]ciser|pr[ée]cise[zr]?|expliquer|exposer|donner|communiquer|confirmer|fournir|transmettre"
    r"|rappeler|faire (?:savoir|conna[iî]tre|parvenir))"
)
_INTRODUCES = re.compile(
    r"(?:(?:pourriez|pouvez|voudriez)[- ]vous(?: bien)? (?:me |m['’]|nous )" + _VERB + r"|(?:auriez|avez)[- ]vous"
    r" (?:l['’]obligeance|la gentillesse|l['’]amabilit[ée]|la bont[ée]) de (?:me |m['’]|nous )"
    + _VERB
    + r"|veuillez (?:bien )?(?:me |m['’]|nous )"
    + _VERB
    + r"|(?:je |j['’]|nous )"
    r"(?:souhaite|souhaiterais|souhaiterions|aimerais|aimerions|voudrais|voudrions|d[ée]sire|d[ée]sirerais) (?:bien )?"
    r"(?:savoir|conna[iî]tre)"
    r"|^[^?]*?\b(?:m['’]|nous |me |te )(?:a|ont|avait) (?:encore |justement |bien |toujours )?demand[ée]"
    r"|^[^?]*?\b(?:je |on |nous |il |elle |ils |elles |\w+ )(?:m[e'’] ?|s[e'’] ?|nous )"
    r"demand(?:e|es|ent|ons|ais|ait|aient|ions)(?: (?:toujours|souvent|encore|bien|s[ûu]rement))?"
    r"|^[^?]*?\b(?:veut|veulent|voulait|voulaient|voudrait|voudraient|aimerait|aimeraient|tient [àa]|tenait [àa])"
    r" (?:bien |aussi |absolument )?savoir)"
    r"(?:,? (?:s['’]il vous pla[iî]t|si vous le voulez bien|je vous prie|svp|si possible),?)? ?,? ?"
    r"(?=(?:à |de |dans |en |pour )?(?:combien|quel|quelle|quels|quelles|qui|où|quand|comment|pourquoi|lequel|laquelle"
    r"|lesquels|lesquelles|ce qu|c['’]est (?:quoi|qui|quel\w*|combien|o[uù])|si )\b|(?:l[ea]s?|votre|vos) |l['’])"
    r"|^(?:avant de|avant d['’]|pour|afin d[e'’]|comme|vu que|puisque|dans le cadre d|en vue d|question d)"
    r"[^:?]{3,80}:\s+"
    # "Résidente en médecine, j'aimerais m'installer : les coops qui…"
    r"|^(?![^:]*\b(?:suivante?s?|savoir|conna[iî]tre|trouver|liste|avoir)\b)[^:?.]{0,60}\b(?:je |j['’]|on |nous )"
    r"[^:?.]{3,80}:\s+(?=(?:les|des|quel\w*|lesquel\w*|laquelle|combien|o[uù]|y a|est-ce) )",
    re.IGNORECASE,
)


# "…, j'ai un papier à envoyer", "…, mon fils ira nous conduire": why one asks, behind what is asked.
_ASIDE = re.compile(
    r"\s*[,;.:!?–]\s+(?:(?:car|merci|puisque?|parce que?|vu que?)[ ,]+)?"
    r"(?:(?<!\? )(?:je|on) (?:veux|veut|voudrais|note)|j['’]ai|j['’]aurais"
    r"|je (?:dois|vais|prépare|passe|compte)|c['’]est pour"
    r"|on (?:doit|va|part|passe)"
    r"|(?:mon|ma|notre) \w+ (?:va|ira|veut|doit|vient|viendra|passe|passera|s['’]en|est|a)"
    r"|(?:il|elle) (?:va|ira|doit|veut))"
    r"\b[^?]*$",
    re.IGNORECASE,
)
# "Pour un travail de session en travail social : …": what the question is for, whatever is named there.
_FOR_MY_STUDIES = re.compile(
    r"^(?:(?:bonjour|bonsoir|salut|allo|hello)\W+)?(?:pour|dans le cadre d[e'’])\s?"
    r"(?:un|une|mon|ma|mes|notre|le|la)?\s?"
    r"(?:petite? )?(?:travail|cours|expos[ée]|m[ée]moire|th[èe]se|projet|recherche|article|reportage|chronique|rapport"
    r"|stage|dossier|topo|[ée]mission|livre|blogue)\b(?! annuel)[^:?.,]{0,80}"
    r"(?::\s+|,\s+(?=(?:combien|comment|quel\w*|lesquel\w*|laquelle|qui|o[uù]|quand|pourquoi|qu['’]est"
    r"|c['’]est quoi)\b))",
    re.IGNORECASE,
)
# "Recherchiste à la radio. …", "Directrice d'une coop ici. …": as whom one asks, a noun that nothing introduces.
_AS_WHOM = re.compile(
    r"^(?:(?:bonjour|bonsoir|salut|all[oô]|hello|bon matin)\W+)?"
    r"(?:(?:ex|ancien(?:ne)?|future?|nouvel(?:le)?|jeune)[ -])?(?P<role>\w+(?:-\w+)?)\b"
    r"(?![^.!?:,]*\b(?:qui|quel|quelle|est|sont|a|ont|combien)\b)[^.!?:,]{0,60}[.!:]\s+(?=\S+\s\S+\s\S)",
    re.IGNORECASE,
)


@cache
def _roles() -> frozenset[str]:
    text = files("assistant").joinpath("lexicon").joinpath("roles.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(key(role) for line in lines for role in line.split())


# "…, tant qu'à faire, au cas où ce serait pas la bonne personne": said of asking, not of what is asked.
_IN_CASE = re.compile(
    r",?\s+(?:tant qu['’]?\s?[àa] (?:faire|y [êe]tre)|(?:juste )?(?:au|en) cas(?: o[uù]\b[^,;:.?!]*)?(?=\W*$|,)"
    r"|on (?:ne )?sait jamais)(?=\W|$)"
    # "sauf erreur", "si je ne me trompe pas": said of asking too
    r"|(?:^|,?\s+)(?:sauf erreur(?: de (?:ma|notre) part)?|[àa] moins (?:que je (?:ne )?me trompe|d['’](?:une )?erreur)"
    r"|si je (?:ne )?(?:me trompe|m['’]abuse|m['’]en souviens|me souviens)(?: (?:pas|bien))?"
    r"|si ma m[ée]moire (?:est bonne|ne me trompe pas)|if i['’]?m not mistaken|unless i['’]?m (?:wrong|mistaken))"
    r"(?:,|(?=\W))",
    re.IGNORECASE,
)


_TAG = re.compile(r"^\s*(?:\[[^\]]{0,80}\]|<[^>]{0,80}>)\s*")  # "[URGENT]", "[MODE ADMIN]": a label, not a question


def without_in_case(text: str) -> str:
    """The message without the label that it opens with, nor why one asks "just in case".

    >>> without_in_case("et l'autre Dubuc, tant qu'à faire, au cas où c'est pas la bonne ?")
    "et l'autre Dubuc?"
    """
    kept = _YES_OR_NO.sub(r"\g<asked>", _IN_CASE.sub("", _TAG.sub("", text)))
    return kept if re.search(r"\w", kept) else text


# "là-bas, il y a un ostéopathe ou non ?": yes or no is what it asks; not of a condition that may be met or not
_YES_OR_NO = re.compile(
    r"^(?P<asked>(?!.*\b(?:qu['’](?:elle|il|on|y)|avec|celles?|toutes|coops|m[êe]me)\b)"
    r".*\b(?:y (?:en )?a|ya|a|ont|est|sont|peu(?:t|x|vent)|faut|f(?:ai|on)t|offr\w+|prend|prennent|donn\w+|accept\w+"
    r"|va|vont|cherch\w+|recrut\w+)\b.*?),?\s+(?:oui ou|ou(?: bien)?) non(?=\s*[?.!]*\s*$)",
    re.IGNORECASE | re.DOTALL,
)


def without_either_way(text: str) -> str:
    """The message without a condition that may be met or not.

    >>> without_either_way("Les coops à 30 km de Granby, avec ou sans médecin ?")
    'Les coops à 30 km de Granby ?'
    """
    kept = _EITHER_WAY.sub(
        lambda said: "" if said.start() or _WHICH_THEN.match(text, said.end()) else said.group(), text
    )
    kept = re.sub(r"^\W+", "", kept) if kept != text else text
    return kept if len(kept.split()) >= SHORTEST_REACTION else text


_SOIT = re.compile(
    r"\bsoit\s+(?P<one>(?!que\b|qu['’])[^,;:.?!]{2,60}?)\s*,?\s+(?:ou\s+)?(?:bien\s+)?soit\s+", re.IGNORECASE
)


def with_or(text: str) -> str:
    """The message with "ou" between what it says as "soit…, soit…".

    >>> with_or("Quelles coops ont soit un pédiatre, soit un psychiatre ?")
    'Quelles coops ont un pédiatre ou un psychiatre ?'
    """
    kept = _SOIT.sub(r"\g<one> ou ", text)
    while kept != text and (more := re.sub(r"( ou [^,;:.?!]{2,60}?)\s*,?\s+soit\s+", r"\1 ou ", kept)) != kept:
        kept = more  # a third one
    return kept


_NOTHING = (
    r"(?:(?:qui|dont|o[uù]|que|qu['’])\b[^,;:.?!()]{0,40}?\b(?:n['’]|ne\b|pas\b|aucun)[^,;:.?!()]{0,40}?|sans |vides?)"
    r"(?:(?:d['’]|de |aucun |le |leur |un |ce )?(?:chiffres?|nombres?|donn[ée]es?|r[ée]ponses?|valeurs?)|rien|vides?)?"
    r"(?: du tout| inscrit| indiqu[ée]| [ée]crit| connu)?"
)
_MARKS = r"(?:les |des |ceux |celles |avec |un |le |[àa] |de )*(?:points? d['’]interrogation|[«\"“]?\s?\?\s?[»\"”]?)"
_LEAVING = (
    r"(?:sans (?:compter|tenir compte|inclure|consid[ée]rer)|en (?:oubliant|excluant|ignorant|[ée]cartant|enlevant"
    r"|[ôo]tant|mettant de c[ôo]t[ée]|laissant (?:de c[ôo]t[ée]|tomber)|ne comptant pas|faisant abstraction)"
    r"|(?:mis|mise|mises) (?:[àa] part|de c[ôo]t[ée])|abstraction faite|hormis|sauf|except[ée]|exclu(?:s|es)?)"
)
_BLANKS = re.compile(
    rf"[,(;]?\s*\b{_LEAVING} (?:de |d['’])?(?:toutes )?(?:celles?|les coops?|les coop[ée]ratives|les cases|les fiches) "
    rf"{_NOTHING}(?=\s*[,;:.?!)]|\s*$)\)?"
    rf"|[,(;]?\s*\b{_LEAVING} {_MARKS}(?=\s*[,;:.!)]|\s*\?|\s*$)\)?"
    rf"|[,(;]\s*{_MARKS}\s+(?:exclus|non compris|mis [àa] part|[àa] part|en moins|(?:ne |n['’]y )?compt\w+ pas)\)?"
    rf"|[.!?,(;]\s*{_MARKS}\s*,?\s+(?:(?:moi )?j(?:e n)?['’](?:en )?(?:veux pas|en veux pas)"
    r"|je (?:n['’]en |ne les |les )(?:veux|compte) pas|on (?:ne )?(?:les )?(?:oublie|compte pas|laisse faire))\)?",
    re.IGNORECASE,
)


def without_blanks_apart(text: str) -> str:
    """The message without those that it leaves aside because the table tells nothing: no reckoning counts them.

    >>> without_blanks_apart("En Estrie, sans compter celles qui n'ont pas de chiffre, qui a le moins de dossiers ?")
    'En Estrie, qui a le moins de dossiers ?'
    """
    return _BLANKS.sub("", text)


# "avec ou sans médecin, quelles coops… ?": said first of what is then asked; else it takes a condition back
_WHICH_THEN = re.compile(r"\s*,\s*(?:quelles?|combien|lesquelles|toutes|les coops|which|how many)\b", re.IGNORECASE)
# A thing that a co-op may have: "un médecin", "des médecins de famille", "de site web", "any doctor".
_A_THING = (
    r"(?:(?:un|une|des|de|du|le|la|les|leurs?|a|an|any|the|own|au moins un|au moins une) |l['’]|d['’]){0,2}[\w-]+"
    r"(?: (?:de famille|en place|en poste|web|internet|d['’]attente|sur place))?"
)
_OR_NOT = (
    r"ou (?:bien )?(?:non|pas|sans|aucun|aucune|qu['’](?:elles?|ils?) n['’]en (?:aient|ait)(?: pas)?)(?: du tout)?"
)
# A condition that may be met or not. "avec ou sans rendez-vous" is how one is seen: both are wanted.
_EITHER_WAY = re.compile(
    r",?\s*\b(?:"
    # "avec ou sans médecin", "qu'elles en aient ou pas de médecin", "with or without a doctor"
    rf"(?:qu['’](?:elles?|ils?) (?:en )?(?:aient|ait) )?(?:avec ou sans|sans ou avec|with or without)"
    rf" (?!rendez){_A_THING}"
    # "avec un médecin ou non", "avec ou pas de médecin"
    rf"|(?<!est )avec (?!rendez|sans|qui|ou sans)(?:{_A_THING},? {_OR_NOT}|{_OR_NOT} {_A_THING})"
    rf"|with (?:{_A_THING} or (?:not|without(?: (?:one|any))?)|or not {_A_THING})"
    # "qu'elles aient un médecin ou non", "qu'il y ait un médecin ou pas", "qu'elles recrutent ou non"
    rf"|(?<!est-ce )(?<!est ce )(?<!c['’]est )(?<!parce )qu['’](?:elles?|ils?|il y|on|y|une?) "
    rf"(?!(?:ont|a|sont|est|peu\w+) )(?:[\w'’-]+ ){{1,7}}{_OR_NOT}(?: {_A_THING})?"
    # "peu importe s'il y a un médecin", "sans égard au recrutement"; "peu importe la région" takes a condition back
    r"|(?:peu importe|qu['’]importe|sans [ée]gard (?:[àa]|au)|ind[ée]pendamment d\w*"
    r"|sans (?:tenir compte|se soucier|me soucier|regarder|m['’]occuper) d\w*) ?"
    r"(?:(?:si |s['’]|qu['’]|le fait qu['’])(?!on )[^,.;:?!]+?(?=\s*[,.;:?!]|$"
    r"| (?:en (?!place|poste)|dans|[àa]|au|aux|pr[èe]s|vers|autour) )"
    r"|(?:(?:la |leur )?pr[ée]sence |le nombre )?(?:d['’]|de |des |du |l['’]|le |les |la )?(?:un |une )?"
    rf"(?:m[ée]decins?|docteurs?|docs?|recrutement)(?: de famille| en place)?(?: {_OR_NOT})?)"
    # "whether or not they have a doctor", "regardless of a doctor"
    r"|(?:whether (?:or not )?|regardless of |no matter (?:if |whether )|never mind (?:if |whether ))"
    rf"(?:whether |if )?(?:(?:they|it) (?:have|has|had|do|are|is) )?{_A_THING}(?: or not| is there)?"
    r")(?!\w)"
    # ", médecin ou pas", "docteur ou pas docteur", "doctor or not": bare, behind all that is asked
    rf"|,\s*(?:de |des )?(?!oui\b|yes\b|vrai\b)[\w-]+(?: de famille| en place| web)?"
    rf"(?: {_OR_NOT}(?: [\w-]+)?| or (?:not|no)(?: [\w-]+)?)"
    r"(?=\s*[?.!]*\s*$|,\s*(?:quelles?|combien|lesquelles|qui|où|toutes|les coops|which|how many)\b)",
    re.IGNORECASE,
)


def without_aside(text: str) -> tuple[str, str]:
    """The question, and what is said of oneself behind it ("" where nothing is).

    >>> without_aside("Le courriel svp, j'ai un papier à envoyer")
    ('Le courriel svp', ", j'ai un papier à envoyer")
    """
    match = _ASIDE.search(text)
    return (text[: match.start()], text[match.start() :]) if match else (text, "")


SHORTEST_REACTION = 3  # words: "ok." alone only links
# "Ok c'est pas gros. …", "Ah, c'est décevant. …", "Donc pas encore. …": what one thinks of the answer before.
_REACTION = re.compile(
    r"^(?!(?:c['’]est|ce sont) (?:quoi|qui|o[uù]|quel\w*|combien|laquelle|lequel)\b)"
    r"(?:(?:ok|ah|oh|bon|ben|hum+|hmm|donc|eh|ouf|wow|ayoye|zut|dommage|tant (?:pis|mieux)|parfait|merci"
    r"|super|correct|bien|oui|non|voyons|cool|nice|g[ée]nial|excellent|d['’]accord|alors|great|thanks"
    r"|(?P<heard>(?:je |j['’]ai |c['’]est )?(?:vois|comprends|compris|saisis|not[ée]e?|entendu|bien not[ée])|i see"
    r"|got it)"
    r"|too bad|well)\b[ ,!]*)*"
    r"(?:(?:(?:c['’]est|c['’][ée]tait|ça|ce n['’]est|pas|quand m[êe]me)\b[^.!?,;:]{0,40})?)"
    r"[.!…]+\s+(?=\S+\s\S)",
    re.IGNORECASE,
)


def after_reaction(text: str) -> tuple[str, str]:
    """What one thinks of the answer before ("" where nothing is said of it), and what is then asked.

    >>> after_reaction("Ah, c'est décevant. Et à Matane ?")
    ("Ah, c'est décevant. ", 'Et à Matane ?')
    """
    match = _REACTION.match(text)
    long_enough = match is not None and (match["heard"] or len(match.group().split()) >= SHORTEST_REACTION)
    return (match.group(), text[match.end() :]) if match and long_enough else ("", text)


def without_particle(text: str) -> str:
    """A sequel without the word that closes it behind a comma and points at nothing.

    >>> without_particle("Ça se passe sur rendez-vous, là ?")
    'Ça se passe sur rendez-vous ?'
    >>> without_particle("Et à Thurso, c'est combien là ?")
    "Et à Thurso, c'est combien là ?"
    """
    return _PARTICLE.sub("", text)


_PARTICLE = re.compile(
    r"(?<=\w)\s*,\s*(?:l[àa]|ts[ée]|t['’]sais|hein|coudonc|dis|genre)(?=\s*[?!.]*\s*$)", re.IGNORECASE
)


def without_turn(text: str) -> str:
    """A question without the words that only turn to it, behind thanks or alone.

    >>> without_turn("Merci. Sinon, quelles coops ont un physio ?")
    'quelles coops ont un physio ?'
    >>> without_turn("Sinon, à Thurso ?")
    'Sinon, à Thurso ?'
    """
    return _TURN.sub("", text)


_TURN = re.compile(
    r"^(?:(?:merci(?: (?:bien|beaucoup))?|ok|okay|parfait|super|bon|d['’]accord|excellent|g[ée]nial|thanks|great)"
    r"[ ,.!…]+)*"
    r"(?:sinon|autre (?:chose|question)|(?:une )?derni[èe]re (?:chose|question)|par ailleurs|au fait"
    r"|tant qu['’][àa] y [êe]tre|changement de sujet|by the way)\s*[,:;.!…]+\s+"
    r"(?=(?:[àa] |de |dans |en |pour )?"
    r"(?:combien|quel\w*|qui|quand|comment|pourquoi|qu['’]|est-ce|what|how|who|when)\b)",
    re.IGNORECASE,
)


def presented(text: str) -> tuple[str, str]:
    """Who asks and what for, told before the question ("" where nothing is), and the question.

    >>> presented("Recherchiste à la radio. Combien de coops ?")
    ('Recherchiste à la radio. ', 'Combien de coops ?')
    """
    match = _FOR_MY_STUDIES.match(text) or _AS_WHOM.match(text)
    if match is None or ("role" in match.groupdict() and key(match["role"]) not in _roles()):
        return "", text
    return match.group(), text[match.end() :]


def without_role(opening: str) -> str:
    """An opening without the word that says as whom one asks: "Retraitée à Saint-Camille." tells a place."""
    match = _AS_WHOM.match(f"{opening.rstrip()} a b c")
    return opening if match is None else f"{opening[: match.start('role')]} {opening[match.end('role') :]}"


def split(text: str) -> tuple[str, str]:
    """What introduces the question ("" where nothing does), and the question."""
    ends = [match.end() for match in _INTRODUCES.finditer(text)]
    return (text[: ends[-1]], text[ends[-1] :]) if ends else ("", text)


def without_sayer(text: str) -> str:
    """A message without "selon lui": who says it was just spoken of, and what is asked is what is said.

    >>> without_sayer("D'après elle, que faut-il aux coops ?")
    'que faut-il aux coops ?'
    """
    return _SAYER.sub("", text)


_SAYER = re.compile(
    r"^\W*(?:(?:et|pis|mais)\s+)?(?:d['’]apr[eè]s|selon|according to) (?:lui|elle|eux|him|her|them)(?:[ ,:]+|(?=\W))"
    r"|,?\s+(?:d['’]apr[eè]s|selon|according to) (?:lui|elle|eux|him|her|them)(?=\s*[?.!]*$)",
    re.IGNORECASE,
)


def in_present(text: str) -> str:
    """A message that asks "ce serait quoi ?" as "c'est quoi ?".

    >>> in_present("Et une coop d'usagers, ça serait quoi ?")
    "Et une coop d'usagers, c'est quoi ?"
    """
    return _WOULD_BE.sub("c'est quoi", text)


def with_its_subject(text: str) -> str:
    """A message that names something and then asks to be told what it is, asked the other way round.

    >>> with_its_subject("Une coop de santé, explique-moi ça simplement")
    "C'est quoi une coop de santé ?"
    """
    match = _EXPLAINED.match(text)
    return f"C'est quoi {match['what'][0].lower()}{match['what'][1:]} ?" if match else text


_EXPLAINED = re.compile(
    r"\W*(?P<what>(?:une?|l[ea]s?|des) [^,?.!:;]{3,60}?)[\s,:;.!?…–-]+"
    r"(?:(?:peux|peut|pouvez|pourrais|pourriez)[- ](?:tu|vous) |tu peux |vous pouvez )?(?:m['’]|me )?"
    r"(?:expliqu(?:e|es|er|ez)|dis|dites)(?:[- ]moi)? (?:donc )?(?:ça|ca|cela|ce que c['’]est|c['’]?est quoi|c quoi)"
    r"(?:[ ,]+(?:simplement|clairement|vite|bri[èe]vement|donc|svp|stp|un peu|s['’]il (?:te|vous) pla[iî]t"
    r"|en (?:\w+ ){0,3}mots?(?: simples)?|comme (?:si|à) [^?.!]{3,50}))*\W*$",
    re.IGNORECASE,
)
_WOULD_BE = re.compile(r"\b(?:ce|[cç]a|cela) (?:serait|sera|pourrait être|peut être) quoi\b", re.IGNORECASE)
