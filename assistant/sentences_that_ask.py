"""The sentences of a message that ask, without those that only tell something round them.

"Mon cousin étudie à Laval, ça nous a fait rire. Quelles coops ont un urologue ? J'en connais juste une." asks its
second sentence. What people tell neither narrows nor refuses the answer, unless the question points at it ("là-bas",
"elle", "ce poste-là"), or lacks what a sentence before it looks for: where one lives, what one needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from assistant.asked import asks_meaning
from assistant.hearing import Heard
from assistant.long_winded import LEAST, OF_ONESELF, STARTS, asks
from assistant.phrases import Message, Phrases
from assistant.place_told import RECKONED, of_such, of_the_federation, of_what_is_told, over_all, points_at_one
from assistant.segue import without_segue
from assistant.story import ASKS, WHICH_ONE
from assistant.there import pointed_at, without_place
from assistant.where import AROUND
from ingest.french import key, words

Hear = Callable[[str], Heard]
MOST = 12  # sentences: a longer message is read whole
_NO_END = "".join(rf"(?<!\b{word})" for word in "M MM Mme Dr Dre St Ste no av boul tel tél [A-Z]".split())
# A mark quoted alone ("un « ? »") ends nothing, and no sentence begins with the end of a quotation.
_SENTENCE_END = re.compile(
    rf"(?:(?<!«)(?<!«\s)(?<!\")[!?]+|(?:…|\.{{2,}})(?=\s+[^a-zà-ÿ])|{_NO_END}(?<!\.)\.)[»\")]*\s+(?=[^\s»)])"
)
_ORDERS = re.compile(
    r"(?:(?:ok|bon|bonjour|bonsoir|allo|salut|svp|alors|donc|et) )*(?:donne|dis|dites|nomme|liste|enumere|indique"
    r"|trouve|montre|cite|explique|resume|parle|dresse|peux|peut|pouvez|pourri|pourrai|auri|avez|j aimerai|je voudrai"
    r"|j aurais besoin|il me fau|tell|give|list|name|show)"
)
# Asks for no fact: "Vous pouvez m'aider ?", "Le savez-vous ?", "Vous me suivez ?".
_FOR_HELP = re.compile(
    r"(?:(?:alors|donc|bon|est ce que|merci|svp) )*(?:(?:tu|vous|te|t|pourr\w+|peux|peut|pouvez|voulez|veux|can|could"
    r"|you) )+(?:(?:tu|vous|te|bien|me|m|nous|you|please) )*"
    r"(?:aider|help|depanner|eclairer|renseigner|informer|suivez|suis|comprenez|comprends|voyez|vois|savez|sais)"
    r"(?: (?:me|m|us|moi|nous|la dessus|avec ca|svp|please|ca|le genre|with that|s il vous plait))*"
    r"|(?:le |vous )?sav(?:ez|ais) (?:vous|tu)|(?:vous |t |tu )?(?:en )?(?:avez|as)(?: vous| tu)? (?:une )?idee"
)

# Points at something said elsewhere, whatever else the sentence says.
_POINTS = re.compile(
    r"(?<!\S)(?:(?:de|fait|font|pour|avec|apres|comme|que) ca|\S+ ca$|ca (?:se|s|existe|a|date|porte|coute"
    r"|prend|marche|va)"
    r"|la dessus|la dedans|celles? (?:la|ci)|ceux (?:la|ci)|\S+ (?:la|ci)$"
    r"|c est (?:\w+ )?(?:encore|toujours|vrai|commence|ecrit|exact|juste|bien ca)"
    r"|est ce (?:encore|toujours|vrai|exact)|(?:cet|cette|ces|ce)(?! (?:que|qu|qui|n|sont|est|serait|soir|matin|moment"
    r"|tableau|rapport|document)(?!\S))(?! (?:annee|document|brochure|liste|federation|service|semaine|fois)s?)"
    r"|(?:sur|en) (?:le |la |mon |ma |notre )?(?:chemin|route|trajet)|entre les deux|on the way"
    r"|(?:la|le|les) (?:prend\w*|prennent|accepte\w*|rembourse\w*|traite\w*|soigne\w*|donne\w*|offre\w*|propose\w*)"
    r"(?! (?:de|d|du|des)(?!\S))"
    r"|(?:sa|leur|its|their) (?:coop|cooperative|clinique|co op|clinic)"
    r"|(?:brochure|rapport|document|depliant|federation|fqcs|on|qui|elles?|ils?) y"
    r"(?! (?:a|ait|avait|aura|en|est)(?!\S))"
    r"|eux(?: autres)?|lui|that|this|(?<!is )(?<!are )there|then)(?!\S)"
    r"|^(?:est ce qu )?(?:il|he|she)(?! (?:y|faut|est|existe|serait possible)(?!\S))"
    r"|^(?:et|ou|mais|pis|puis|sinon|alors|and|or|but)(?!\S)"
    r"(?! (?:est|sont|puis|se|peut|aller|trouver|je|on|dois)(?!\S))"
)
_WHOLE = re.compile(
    r"(?<!\S)(?:(?:du|au|dans le|en) quebec|(?<!apres le )(?<!selon le )(?<!dans le )tableau|partout|en tout|au total"
    r"|(?:parmi|dans|des|toutes) (?:toutes |les )?(?:vos|les|53)(?: \d+)? coops?|n importe ou|province)(?!\S)"
)
_OF_THEM = re.compile(r"d['’]entre (?:elles|eux)\b", re.IGNORECASE)
# A sentence that says where one is, or what one is after, says what to look for.
_SEEKS = re.compile(
    r"^(?:pour|for) |(?<!\S)(?:(?:re)?cherch\w*|besoin|voudr\w*|veux|veut|voulons|aimer\w*|fau\w*|trouver|interess\w*"
    r"|souhait\w*|desir\w*|doi\w*|prend\w*|prescri\w*|recommand\w*|refer\w*|passer|recevoir|postul\w*|carnet|article|reportage"
    r"|rapport|travail|dossier|memoire|(?:je|j|on|nous)(?: (?:y|me|nous))* (?:vis(?:e|es|ons)|lorgn\w*|cibl\w*|song\w*"
    r"|pens\w*|envisag\w*|concentr\w*|pench\w*|regard\w*|prospect\w*)|choix|hesit\w*|choisi\w*|tergivers\w*|balance|looking|need\w*|want\w*)(?!\S)"
)
_DWELLS = re.compile(
    r"(?<!\S)(?:(?:j )?habit\w*|restes?|restons|restent|demeur\w*|vis|vit|vivons|vivent|install\w*|demenag\w*"
    r"|emmenag\w*|arriv\w*|log\w*|rendue?s?"
    r"|(?:suis|sommes|etes|sont|est)(?: \S+){0,2} (?=(?:a|en|dans|de|du|au|aux) )|couvr\w*|postal|siege"
    r"|conseill\w*|chez (?:nous|moi)|live|living|moved|am|are|m|re)(?: \S+){0,6}? $"
)
_COMES = re.compile(r"(?<!\S)(?:viens|venons|vient|viennent|come|comes)(?: \S+){0,6}? $")  # near where one comes from
_ASKS_MORE = re.compile(
    r"(?<!\S)(?:les deux|chiffres?|pourcentage|lesquel\w*|laquelle|nomm\w*|list\w*|plutot|pas (?:les|des|celui|celle)"
    r"|seulement|juste (?:les?|la|celles?)|exacte?|les noms?|si oui|sinon|leurs? noms?"
    r"|en (?:anglais|english|francais))(?!\S)"
)
_OF_PEOPLE = re.compile(
    r"(?<!\S)(?:je|j|jai|on|nous|mon|ma|mes|notre(?! dame)|nos|moi|me|m|il|elle|ils|elles"
    r"|i|my|we|our|he|she|they|c etait)(?!\S)"
)


def sentences(text: str) -> list[str]:
    """The sentences of a message, as typed.

    >>> sentences("J'ai 74 ans. Où est M. Roy ? Merci.")
    ["J'ai 74 ans.", 'Où est M. Roy ?', 'Merci.']
    """
    ends = [m.end() for m in _SENTENCE_END.finditer(text)]
    return [text[a:b].strip() for a, b in zip([0, *ends], [*ends, len(text)], strict=True) if text[a:b].strip()]


def that_ask(text: str, hear: Hear, follows: bool = False) -> str:
    """The sentences that ask, with those told that they need; the whole message where that is not sure."""
    parts = sentences(text)
    if not 1 < len(parts) <= MOST:
        return text
    said = [without_segue(part) for part in parts if not only_polite(part, hear)]
    if len(said) < 2:
        return said[0] if said else text
    parts = said
    asking = _asking(parts)
    told = [i for i in range(len(parts)) if i not in asking]
    if not asking or not told or asking[-1] - asking[0] >= len(asking):
        return text
    kept = set(asking)
    if any(_asks_more(parts[i], hear) for i in told if i > asking[-1]):
        return text
    asked = _joined(parts, kept)
    if any(hear(parts[i]).cue("plural") for i in told):
        asked = _OF_THEM.sub("des coops", asked)
    heard = hear(asked)
    if stands(heard):
        lacking = {i for i in told if _is_lacking(parts[i], heard, hear)}
        return _joined(parts, kept | lacking) if lacking else asked
    before = [i for i in told if i < asking[0]]
    if before and WHICH_ONE.fullmatch(heard.message.folded):
        return _from_the_nearest(parts, before, kept, hear)
    if _POINTS.search(without_place(heard.message)):
        return _from_the_nearest(parts, before, kept, hear)
    at_it = of_what_is_told(asked, heard, _joined(parts, set(before)), hear, follows)
    if at_it is None:
        return _from_the_nearest(parts, before, kept, hear)
    return " ".join([at_it, *(parts[i] for i in before if _needs(hear(parts[i]), heard))])  # the place as asked first


def behind_its_story(text: str, hear: Hear) -> str:
    """A question without the clauses before it in its own sentence, that tell of oneself what it doesn't lack.

    "Pendant que je suis dans mes papiers, combien de coops y a-t-il en Mauricie ?" asks the last clause.
    """
    if len(sentences(text)) > 1:
        return text
    for start in STARTS.finditer(text):
        told, ending = text[: start.start()], without_segue(text[start.end() :].strip())
        if len(ending.split()) < LEAST or not ("?" in ending or asks(ending)) or asks(told):
            return text
        first = STARTS.split(ending)[0]
        more = first != ending and (OF_ONESELF.search(first) or _OF_SOMEBODY.match(first)) and not asks(first)
        if not OF_ONESELF.search(told) or more:
            continue
        heard = hear(ending)
        if _POINTS.search(without_place(heard.message)):
            return text
        named = _names_a_coop(hear(told))
        elsewhere = over_all(heard) or of_the_federation(heard) or any(n.sure for n in heard.named)
        if named and heard.fields and not elsewhere:
            return text  # "j'écris à la coop d'Eastman : son code postal commence par J0E ?"
        pointed = of_what_is_told(ending, heard, told, hear)
        if pointed is not None:
            return pointed
        if stands(heard) and not _is_lacking(told, heard, hear):
            return ending
    return text


def _names_a_coop(told: Heard) -> bool:
    """Whether a co-op is named, not a town near which one lives: "je reste pas loin de Frampton"."""
    near = [
        p
        for p in told.places
        if AROUND.search(p.lead) or (_DWELLS.search(_before(told, p.first)) and not _OF_A_COOP.search(p.lead))
    ]
    return any(n.sure and n.positions and not any(p.first <= n.first < p.last for p in near) for n in told.named)


_OF_A_COOP = re.compile(r"(?<!\S)(?:coops?|cooperatives?|cliniques?)(?!\S)")
# "… pis elle a élevé onze enfants, …": more of what is told
_OF_SOMEBODY = re.compile(r"(?:(?:il|elle)s?|[çc]a|c['’][ée]tait)\b(?! y\b)", re.IGNORECASE)


def _from_the_nearest(parts: list[str], before: list[int], asking: set[int], hear: Hear) -> str:
    """The question with the sentence before it that names what it is about, and those that say what is looked for."""
    for i in reversed(before):
        kept = asking | {j for j in before if j >= i}
        heard = hear(_joined(parts, kept))
        if heard.places or any(n.sure for n in heard.named) or heard.cue("federation", "report", "brochure"):
            return _joined(parts, kept | {j for j in before if _is_lacking(parts[j], heard, hear)})
    return " ".join(parts)


def _joined(parts: list[str], kept: set[int]) -> str:
    return " ".join(part for i, part in enumerate(parts) if i in kept)


def _asking(parts: list[str]) -> list[int]:
    """Which sentences ask: those marked so, else those that order or have a word that asks."""
    marked = [i for i, part in enumerate(parts) if "?" in part]
    asking = [i for i in marked if not _for_help(parts[i])]
    if asking:
        return asking
    if marked:  # "Ma prof veut savoir laquelle en a le plus. Tu peux-tu m'aider ?"
        return [i for i, part in enumerate(parts) if asks(part) and i not in marked]
    return [i for i, part in enumerate(parts) if _ORDERS.match(key(part)) or ASKS.match(key(part))]


def _for_help(part: str) -> bool:
    return _FOR_HELP.fullmatch(key(part)) is not None


_PLEASE = re.compile(r"(?<!\S)s il (?:vous|te) plait(?!\S)")


def _asks_more(part: str, hear: Hear) -> bool:
    """Whether what stands behind a question makes it precise, not only tells."""
    said = _PLEASE.sub("", key(part)).strip()
    if _for_help(part):
        return False
    if _ASKS_MORE.search(said) or ASKS.match(said) or not _OF_PEOPLE.search(said):
        return len(said.split()) > 1  # "Merci.", "Ginette"
    if not _SEEKS.search(said) and not _DWELLS.search(f"{said} "):
        return False
    heard = hear(part)
    return bool(heard.fields or heard.services or heard.conditions or heard.places)


def stands(heard: Heard) -> bool:
    """Whether a question says by itself what it is about and what of it, and points at nothing said elsewhere."""
    said = heard.message.folded
    named = any(n.sure for n in heard.named)
    of_documents = heard.cue("report", "brochure", "network") or of_the_federation(heard)
    if _POINTS.search(said) or (pointed_at(heard.message, told_before=True) and not heard.places):
        return False
    if heard.radius_km is not None and not heard.places and not _OF_SOME_TOWN.search(said):
        return False
    about = named or of_documents or over_all(heard)
    if not about and points_at_one(said):
        return False
    of_one = set(heard.field_codes) - {"card"} or heard.services or heard.filters or heard.conditions or heard.states
    if of_such(said) and not (of_one or heard.topics):
        return False
    if named or of_documents:
        return bool(of_one or heard.topics or heard.content)
    if heard.places:
        return bool(of_one or heard.cue("plural", "singular", "list", "count"))
    if over_all(heard):
        return bool(of_one or heard.cue(*RECKONED) or asks_meaning(said))
    return bool(heard.services and heard.cue("singular") and _ANY.search(said)) or asks_meaning(said)


_OF_SOME_TOWN = re.compile(r"(?<!\S)(?:km|kilometres?|minutes?)(?: \S+){0,2} (?:d|de|of|from) (?:une?|a)(?!\S)")
_ANY = re.compile(r"(?<!\S)(?:une?|quelle|une des|any|which|a) (?:\w+ )?(?:coop\w*|clini\w*|co op)(?!\S)")


def _is_lacking(part: str, heard: Heard, hear: Hear) -> bool:
    """Whether a sentence told says what a question over the table lacks: where one lives, or what one needs."""
    if heard.cue("federation", "report", "brochure", "network") and not _offered(heard):
        return False
    told = hear(part)
    if (told.services and of_such(heard.message.folded)) or _needs(told, heard):
        return True
    seeks = _SEEKS.search(told.message.folded) is not None
    nowhere = not heard.places and not heard.named and not _WHOLE.search(heard.message.folded)
    nowhere = nowhere and not asks_meaning(heard.message.folded)  # "I'm new to Quebec. What is a health co-op?"
    leads = [_before(told, place.first) for place in told.places]
    comes = not (over_all(heard) and heard.cue(*RECKONED)) and any(_COMES.search(lead) for lead in leads)
    numbered = _NUMBERED.search(told.message.folded) and not _NUMBERED.search(heard.message.folded)
    return nowhere and bool(
        numbered
        or comes
        or any(seeks or _DWELLS.search(lead) or _NEAR_IT.search(lead) or _THOSE_OF.search(lead) for lead in leads)
    )


_NUMBERED = re.compile(r"(?<!\S)regions? (?:numero |no |administrative )?\d{1,2}(?!\S)")
# "Je mets à jour les fiches de la Mauricie.": those that what follows is asked of
_THOSE_OF = re.compile(
    r"(?<!\S)(?:les|des|aux|toutes) (?:fiches|coops|cooperatives|cliniques|entrees|lignes)(?: de sante)?"
    r" (?:de|du|des|d|en|dans)(?: la| l| le| les)? $"
)
# "Près de chez ma mère à Granby, quelles coops… ?": where to look, whoever lives there.
_NEAR_IT = re.compile(
    r"(?<!\S)(?:pres|proches?|autour|environs|alentours|km|kilometres?|near|around|close)(?: \w+){0,6} $"
)


@cache
def _courtesies() -> Phrases:
    return Phrases("social.toml")


def only_polite(part: str, hear: Hear) -> bool:
    """Whether a sentence greets, thanks or wishes a good day, and says nothing else: "Bonne journée !"."""
    message = Message(part, words(part))
    hits = _courtesies().hits(message)
    said = hear(part)
    if not {h.code for h in hits} & _COURTESIES or said.places:  # "Je vois les fiches de la région 04."
        return False
    wishes = {h.code for h in hits if h.first == 0} & {"thanks", "bye"}
    apart = (
        said.services or any(n.sure for n in said.named) or set(said.field_codes) - {"professionals", "particularities"}
    )
    if wishes and not ("?" in part or apart or ASKS.search(message.folded) or _THANKS_TO.match(message.folded)):
        return True  # "Merci à l'avance et bonne continuation dans vos projets !"
    polite = {i for h in hits for i in range(h.first, h.last)}
    rest = " ".join(w.folded for i, w in enumerate(message.words) if i not in polite)
    if apart or ASKS.search(rest) or _WHERE.search(rest):
        return False  # "ça va être où ?", "ça va coûter combien ?" greet nobody
    return set(said.content) <= {message.words[i].folded for i in polite}


_WHERE = re.compile(r"(?<!\S)ou$|^ou(?!\S)")


# "Merci de m'envoyer la liste", "merci mais pas les cliniques": an order, a correction
_THANKS_TO = re.compile(
    r"\S+(?: \w+)?? (?:de (?:(?:me|m|nous|bien|le|la|les) )*\w+(?:er|ir|re)|mais|sauf|plutot)(?!\S)"
)
_COURTESIES = {"greeting", "thanks", "bye", "sorry"}


def only_told(preface: str, question: str, hear: Hear) -> bool:
    """Whether the places that a preface names are of a story, not of what is asked: "mon frère de Laval se demande"."""
    told, heard = hear(preface), hear(question)
    named = [n for n in told.named if not any(p.first <= n.first and n.last <= p.last for p in told.places)]
    others = named or told.services or told.conditions or told.filters
    story = [OF_ONESELF.search(preface[: told.message.words[p.first].start]) for p in told.places]
    return bool(story and all(story)) and not others and stands(heard) and not _is_lacking(preface, heard, hear)


def _offered(heard: Heard) -> bool:
    """ "que propose le réseau ?": what there is of it is asked, no fact of the Federation."""
    asked = set(heard.field_codes) - {"services_text"} or heard.services or heard.topics or heard.conditions
    return bool("services_text" in heard.field_codes and not asked) and not heard.cue("federation", "report", "count")


def _needs(told: Heard, heard: Heard) -> bool:
    """Whether a sentence told says what is needed, and the question asks nothing more precise of those that give it."""
    lacks = (told.services and not heard.services) or (told.conditions and not heard.conditions)
    where = {"address"} if heard.cue("where") else set()  # "pour un vaccin, on va où ?" lacks what for
    where |= {"services_text"} if _offered(heard) else set()
    asked = set(heard.field_codes) - {"card"} - where or heard.filters or heard.conditions
    return bool(lacks and _SEEKS.search(told.message.folded) and not asked)


def _before(told: Heard, index: int) -> str:
    return "".join(f"{word.folded} " for word in told.message.words[:index])
