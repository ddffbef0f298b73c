"""What a wordy question asks, said shorter: without the words that only ask, date by the document or say it twice.

"L'étude dans le nord, est-ce qu'elle était finie au moment du rapport ?" asks "l'étude dans le nord était finie ?". No
word that tells what is asked is left out: whatever the documents don't hold is still looked for, and refused.

>>> core("Pourriez-vous me nommer les mandats de la FQCS, ceux qui sont écrits dans le rapport, s'il vous plaît ?")
'Quels sont les mandats de la FQCS ?'
>>> core("L'entente avec TELUS, est-ce qu'elle était déjà signée au moment du rapport ?")
"Est-ce que l'entente avec TELUS était déjà signée ?"
>>> core("Combien de régions ?")
''
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.indirect import POINTS_BACK, wanted_directly, without_order
from assistant.long_winded import endings

LEAST = 2  # words of what is left
_DOCUMENT = (
    r"(?:(?:le|la|ce|cette|votre|vos|son|leur|du|de la|de ce|de cette|the)\s+)?"
    r"(?:(?:dernier|dernière|petit|petite|annual)\s+)?(?:rapport|brochure|d[ée]pliant|document|texte|report|booklet)"
    r"(?:\s+annuel(?:le)?)?(?:\s+(?:de\s+(?:l['’]ann[ée]e\s+)?)?20\d\d(?:[-–]20\d\d)?)?"
    r"(?:\s+de\s+la\s+(?:FQCS|F[ée]d[ée]ration))?"
)
_TOLD = (
    r"(?:(?:num[ée]rot|list|nomm|mentionn|cit|[ée]num[ée]r|imprim|pr[ée]sent|indiqu|not|d[ée]taill|affich|donn"
    r"|rapport|identifi|annonc|expos|[ée]voqu|signal|mis de l['’]avant)[ée]e?s?"
    r"|[ée]crite?s?|d[ée]crite?s?|inscrite?s?|dite?s?)"
)
_COURTESY = re.compile(
    r"[,;]?\s*\b(?:s['’]\s?il (?:te|vous) pla[iî]t|svp|stp|je vous prie"
    r"|merci(?: (?:d['’]avance|beaucoup|bien))?|please)(?=\s*[?.!]*\s*$)"
    r"|^\s*(?:s['’]\s?il (?:te|vous) pla[iî]t|svp|stp|please)[\s,]+",
    re.IGNORECASE,
)
# "au moment du rapport", "selon la brochure", "dont parle le rapport", "que le rapport énumère", "cités dans…"
_BY_THE_DOCUMENT = re.compile(
    r",?\s*(?:\b(?:(?:au moment|[àa] l['’][ée]poque|au temps|[àa] la (?:date|sortie|parution)|lors"
    r"|au moment de la (?:sortie|parution))\s+(?=d)"
    rf"|(?:d['’]apr[èe]s(?: ce que dit)?|selon|dans|par|according to|in)\s+){_DOCUMENT}"
    rf"|\bdont (?:parle|il est question dans|traite)\s+{_DOCUMENT}"
    rf"|\b(?:que|qu['’])\s?{_DOCUMENT}\s+(?:y |en )?(?:voit|donne|mentionne|cite|nomme|pr[ée]sente|[ée]num[èe]re"
    r"|d[ée]crit|liste|indique|rapporte|annonce|met de l['’]avant|[ée]voque|d[ée]taille|imprime)"
    rf"|\b{_TOLD}\s+(?:dans|par|sur)\s+{_DOCUMENT}"
    r"|\b(?:qui|que l['’]on) (?:y )?(?:figur\w+|(?:se )?trouv\w+|appara\w+|para[iî]\w+|es?t|sont|[ée]tai\w*"
    r"|voit|lit)\s+"
    rf"(?:dans|sur|[àa] la fin d[e'’]|au d[ée]but d[e'’])\s?{_DOCUMENT}"
    rf"|\b(?:quelque part |quelque part, |[àa] la fin |au d[ée]but |au milieu )(?:dans |d[e'’]\s?)?{_DOCUMENT})(?!\w)",
    re.IGNORECASE,
)
# "selon le Dr Gélinas, de Cantley, …", "d'après la présidente, …", "dans son mot, …": who says it isn't what is asked
_BY_SOMEBODY = re.compile(
    r"(?:^|(?<=[,;.] )|(?<= ))(?i:selon|d['’]apr[èe]s|au dire d[eu]|aux yeux d[eu]|[àa] en croire"
    r"|dans les mots d[eu])\s+"
    r"(?:l[ea] |l['’])?(?:(?:Dre?\.?|docteure?|m[ée]decin|M\.|Mme|monsieur|madame)\s+(?:[A-ZÀ-Ý][\w’'-]+\s*){0,2}"
    r"|(?:[A-ZÀ-Ý][\w’'-]+\s?){2,3}|pr[ée]sidente?|directeur(?: g[ée]n[ée]ral)?|directrice(?: g[ée]n[ée]rale)?)"
    r"(?:,? de [A-ZÀ-Ý][\w’'-]+)?\s*,?\s*"
    r"|(?:^|(?<=[,;.] ))[Dd]ans (?:son|leur|le|ce) (?:mot|message|t[ée]moignage|texte|discours)\s*,\s*",
)
# "X parle de Y. Lesquels ?"
_WHICH_OF_THEM = re.compile(
    r"\b(?:parl\w+|mentionn\w+|[ée]voqu\w+|cit\w+|nomm\w+|trait\w+|question|mention)\s+(?:de |d['’]|des "
    r"|du )?(?P<what>[^.?!]+)[.!?]+\s+"
    r"(?P<asked>lesquels|lesquelles|lequel|laquelle)\s*\?*\s*$",
    re.IGNORECASE,
)
# "…, ceux qui sont numérotés", "…, celles du rapport": the same things, told by where they stand
_AGAIN = re.compile(
    r",\s*(?:c['’]est[- ][àa][- ]dire\s+)?(?:ceux|celles|celui|celle)\b"
    r"(?:\s+qui\s+(?:y\s+)?(?:sont|est|[ée]taient|[ée]tait|ont [ée]t[ée]|a [ée]t[ée]))?"
    rf"(?:\s+{_TOLD})?\s*(?=[?.!,]|$)",
    re.IGNORECASE,
)
_WILL_YOU = (
    r"(?:pouvez|pourriez|voudriez|saurais|sauriez|peux|pourrais|veux)[- ](?:vous|tu)"
    r"|(?:vous|tu) (?:peux|pouvez|pourriez|pourrais)"
)
_LIST = (
    r"(?:nomm|[ée]num[èée]r|list|cit|donn|dress|d[ée]cri|pr[ée]sent|rappel|dis|dit|d[ée]taill|montr|indiqu"
    r"|expliqu|expos|[ée]nonc|sor[st])\w*"
)
# "pourriez-vous me nommer les…", "énumérez-moi tous les…", "j'aimerais que vous me listiez les…"
_ORDER = re.compile(
    r"^\W*(?:(?:bonjour|bonsoir|salut|all[oô]|ok|bon|alors|donc|et)[\s,!.]+)*"
    rf"(?:(?:{_WILL_YOU})\s+(?:bien\s+|donc\s+)?|veuillez\s+|merci de\s+"
    r"|(?:j['’]aimerais|je voudrais|je souhaite(?:rais)?|il faudrait)\s+que\s+(?:vous|tu)\s+)?"
    rf"(?:me |m['’]|nous )?{_LIST}(?:[- ](?:moi|nous))?(?:\s+donc)?\s+"
    r"(?:la\s+liste\s+(?:compl[èe]te\s+)?(?=d)|chacune?\s+(?=d))?(?:tou(?:s|tes)\s+)?(?:les|des)\s+(?P<what>\S)",
    re.IGNORECASE,
)
_THING = r"(?P<thing>(?:l[ea]s?|l['’]|un|une|des|ce|cet|cette|ces|vos|votre|leurs?)\s?[^,?!.;:]{3,90}?)"
# "L'étude dans le nord, est-ce qu'elle est finie ?", "Les soins virtuels, ça sert à quoi ?"
_SET_APART = re.compile(
    rf"^\W*(?:(?:et|pis|bon|sinon)\s+)?{_THING}\s*,\s*(?:est[- ]ce qu['’]?e?\s?|c['’]est[- ]tu qu['’]?e?\s?)?"
    r"(?:ils?|elles?|[çc]a)\s+(?P<said>(?!y\b)[^,?]{3,}?)\s*\?*\s*$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:quoi|quand|o[uù]|combien|comment|qui|quel(?:le)?s?|pourquoi)\b", re.IGNORECASE)
# "L'entente avec TELUS, a-t-elle été signée ?", "Le fonds, à quoi sert-il ?"
_INVERTED = re.compile(
    rf"^\W*(?:(?:et|pis|bon|sinon)\s+)?{_THING}\s*,\s*"
    r"(?P<said>[^,?]*?\w)-(?:t-)?(?:ils?|elles?)\b(?P<rest>[^,?]*)\?*\s*$",
    re.IGNORECASE,
)
# "Les médecins, qui les paye ?": asked of what the pronoun stands for
_OBJECT_APART = re.compile(
    rf"^\W*(?:(?:et|pis|bon|sinon)\s+)?{_THING}\s*,\s*"
    r"(?P<asks>(?:qui|comment|pourquoi|quand|o[uù]|combien)(?: est-ce (?:qui|que))?(?: on| vous| tu)?)\s+"
    r"(?:les? |la |l['’])(?P<verb>\w+)(?P<rest>[^?]*?)\s*\?*\s*$",
    re.IGNORECASE,
)
# "c'est quels politiciens qu'ils ont vus ?", "c'est qui qui gère ?"
_CLEFT = re.compile(
    r"\bc['’](?:est|[ée]tait)\s+(?P<asked>(?:(?:[àa]|de|avec|pour|dans|sur|chez)\s)?"
    r"(?:quel(?:le)?s?\s+\w+(?:\s+\w+)?|qui|quoi|o[uù]|quand|combien(?:\s+d[e'’]\s?\w+)?))\s+(?:qui\s+|que\s+|qu['’])",
    re.IGNORECASE,
)


def core(message: str) -> str:
    """The question said shorter; empty where nothing of it is left out or too little remains."""
    kept = _COURTESY.sub("", message.strip())
    kept = without_order(kept)
    kept = _BY_SOMEBODY.sub("", kept)
    kept = _BY_THE_DOCUMENT.sub("", kept)
    kept = _AGAIN.sub("", kept)
    kept = wanted_directly(_of_those(kept))
    kept = _CLEFT.sub(lambda m: f"{m['asked']} ", kept)
    kept = _together(_listed(kept)).strip()
    kept = re.sub(r"^\W*[,;:]\s*|\s*[,;:](?=\s*[?.!]*$)", "", kept)
    return kept if kept != message.strip() and len(re.findall(r"\w+", kept)) >= LEAST else ""


def said_shorter(message: str) -> Iterator[str]:
    """A message said shorter, and what it asks behind what is told of oneself, longest first; none twice."""
    given = {message.strip(), ""}
    for text in (message, *(e for e in endings(message) if not POINTS_BACK.search(e))):
        for shorter in (core(text), text):
            if shorter.strip() not in given:
                given.add(shorter.strip())
                yield shorter


def _of_those(text: str) -> str:
    """The things spoken of, asked at once: "la présidente parle de mémoires. Lesquels ?" asks which ones."""
    match = _WHICH_OF_THEM.search(text)
    return f"Quels {match['what']} ?" if match is not None else text


def _listed(text: str) -> str:
    """An order to list things, as a question: "nommez-moi les mandats" asks "quels sont les mandats ?"."""
    match = _ORDER.match(text)
    if match is None:
        return text
    rest = text[match.start("what") :].rstrip(" ?.!")
    return f"Quels sont les {rest} ?"


def _together(text: str) -> str:
    """A question whose subject stands before it, apart: with its subject in its place."""
    match = _SET_APART.match(text)
    if match is not None:
        thing, said = match["thing"], match["said"].strip()
        asks = "" if _OPEN.search(said) else "Est-ce que "
        return f"{asks}{thing[0].lower()}{thing[1:]} {said} ?"
    match = _OBJECT_APART.match(text)
    if match is not None:
        thing = f"{match['thing'][0].lower()}{match['thing'][1:]}"
        return f"{match['asks']} {match['verb']} {thing}{match['rest']} ?"
    match = _INVERTED.match(text)
    if match is not None:
        return f"{match['said']}{match['rest']} {match['thing'][0].lower()}{match['thing'][1:]} ?".replace("  ", " ")
    return text
