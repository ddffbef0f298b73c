"""Whom a message speaks of beside what it asks: who asks, and for whom. None of it is a condition.

"Étant résidente en médecine familiale, je pars bientôt", "mon père diabétique a besoin de soins des pieds".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.phrases import Hit, Message

Words = tuple[int, int]  # the first word of something said, and the one behind its last

# "je suis ergothérapeute", "étant résidente en médecine familiale"
_I_AM = re.compile(r"(?<!\S)(?:suis|etant)(?: (?:resident|etudiant|stagiaire|diplome|externe)\w*(?: en| de)?)?$")
_MY_PLAN = re.compile(r"(?<!\S)(?:je|j|on|nous)(?: (?!coop|clini|quel|lesquel|qui(?!\S)|y(?!\S)|ou(?!\S))\S+){1,5}$")
# "à titre de maire d'un village", "étant résidente en médecine familiale": who one is.
_ROLE = re.compile(
    r"(?<!\S)(?:en tant que?|a titre de?|agissant comme|etant(?: une?)?) \w+(?: en \w+(?: familiale| generale)?)?"
    r"(?: (?:de|d|du|dans) (?:une? |notre |la |le |l )?(?:petite? )?(?:village|ville|municipalite|paroisse|quartier))?"
    r"(?!\S)"
)
# "mon père diabétique a besoin de soins des pieds": who it is for
_PEOPLE = frozenset(
    (
        "pere mere papa maman mari femme conjoint conjointe chum blonde fils fille garcon gars enfant enfants bebe "
        "frere soeur oncle tante ami amie voisin voisine patient patiente patients personne personnes grand father "
        "mother husband wife son daughter child kid brother sister friend"
    ).split()
)
_PATIENTS = frozenset(
    "diabetique diabetiques diabetic diabetics hypertendu hypertendue fumeur fumeurs fumeuse enceinte enceintes".split()
)
_FOR = re.compile(
    r"(?:pour|chez|aux?|for)(?: (?:une?|des|les|mon|ma|mes|l|le|la|a|my|personnes?|gens|patiente?s?|clients?|femmes?"
    r"|pere|mere|mari|conjointe?|people))*"
)
# "une usagère de la bibliothèque cherche un médecin": a person, who hires none.
_A_PERSON = re.compile(
    r"(?<!\S)(?:une?|mon|ma|mes|notre|nos|son|sa|ses|l|la|le|les|des|cette|ce|my|a|our)"
    r"(?: (?:petite?|vieille|vieux|jeune|autre|grande?|belle|beau))?"
    rf" (?:{'|'.join(sorted(_PEOPLE - {'personnes', 'personne'}))}|usag\w+|dame|monsieur|madame|client\w*|citoyen\w*"
    r"|collegue\w*|cousine?s?|locataire\w*|famille|couple|gendre|bru|niece|neveu|parents?|beneficiaire\w*|aine\w*"
    r"|retraite\w*|etudiant\w*|immigrant\w*|arrivant\w*|resident\w*|gens|monde|lady|client)"
    r"(?: (?!coops?|cooperat\w*|cliniqu\w*|qui)\S+){0,8}$"
)
_NEEDS = re.compile(r"(?<!\S)(?:besoin|cherch\w*|voudr\w*|veut|need\w*|looking for)(?!\S)")
_OURS = frozenset("mon ma mes notre nos son sa leur my our his her est suis".split())


def of_ones_role(message: Message) -> frozenset[int]:
    """The words that say as who one asks.

    >>> from ingest.french import words
    >>> text = "En tant que conseillère, quelles coops avons-nous ?"
    >>> sorted(of_ones_role(Message(text, words(text))))
    [0, 1, 2, 3]
    """
    hits = [message.hit("role", m.start(), m.end()) for m in _ROLE.finditer(message.folded)]
    return frozenset(index for hit in hits if hit for index in range(hit.first, hit.last))


def of_an_enquiry(message: Message) -> frozenset[int]:
    """The words by which one says that one enquires, whatever the verb: no document is asked about them.

    >>> from ingest.french import words
    >>> text = "Je dois repérer les coops de la Montérégie"
    >>> sorted(of_an_enquiry(Message(text, words(text))))
    [0, 1, 2]
    """
    hits = [message.hit("enquiry", m.start(), m.end()) for m in _ENQUIRY.finditer(message.folded)]
    return frozenset(index for hit in hits if hit for index in range(hit.first, hit.last))


_TO_ENQUIRE = (
    r"(?:(?:re)?cherch|reper|identifi|recens|(?:re)?trouv|verifi|determin|etabli|valid|confirm|compil|relev|reperto"
    r"|document|inventori|list|dress|demand|interrog|renseign|inform|compar|clarifi|corrig|(?:re)?pass|regard|consult"
    r"|examin|analys|lis|lir|relis|relir|savoir|connai|decouvr|comprend|compren|eclairci)\w*"
)
_ONE = r"(?:je|j|jai|nous|on|moi)"
_ENQUIRY = re.compile(
    rf"(?<!\S){_ONE}(?: (?:me|m|nous|suis|sommes|est|en train de|ne|n))* {_TO_ENQUIRE}"
    rf"(?: (?:a|de|d) {_TO_ENQUIRE})?(?!\S)"
    rf"|(?<!\S){_ONE}(?: (?:me|m|nous))? "
    r"(?:dois|devons|doit|veux|voulons|veut|voudrai\w*|voudrions|aimerai\w*|aimerions|souhait\w*|tent\w*|essai\w*"
    r"|essay\w*|vais|allons|va|cherch\w*|tien\w*|desir\w*|peux|ai besoin|avons besoin|a besoin)"
    rf"(?: (?:a|de|d|bien|juste|simplement))* {_TO_ENQUIRE}(?!\S)"
)


def own_lack(message: Message) -> frozenset[int]:
    """The words that say that people have no doctor, which no co-op is said to lack.

    >>> from ingest.french import words
    >>> text = "J'ai deux enfants pis pas de médecin de famille, une coop proche de Thurso ?"
    >>> sorted(own_lack(Message(text, words(text))))
    [5, 6, 7, 8, 9]
    """
    match = _MY_LACK.search(message.folded)
    hit = match and message.hit("lack", match.start("lack"), match.end("lack"))
    alone = _LACK_ALONE.search(message.text) if not hit and _I_LIVE.search(message.folded) else None
    if alone is not None:
        said = [i for i, w in enumerate(message.words) if alone.start("lack") <= w.start < alone.end("lack")]
        hit = Hit("lack", said[0], said[-1] + 1)
    if not hit or _SUCH.search(" ".join(w.folded for w in message.words[hit.last :])):
        return frozenset()  # "je n'ai pas de médecin, quelle coop en a ?": it says what is looked for
    since = _SINCE.match(message.text, message.words[hit.last - 1].end)
    end = since.end() if since else message.words[hit.last - 1].end
    return frozenset(i for i, w in enumerate(message.words) if i >= hit.first and w.end <= end)


_SUCH = re.compile(
    r"(?<!\S)(?:(?:dans|de) (?:ce|le meme) (?:cas|genre)"
    r"|en (?:a|ont|aurai\w*|offr\w+|propos\w+|compt\w+|fourni\w*)(?! (?:le|la|les) (?:plus|moins))"
    r"|(?:has|have) (?:one|any|some))(?!\S)"
)
_SINCE = re.compile(r"\s+(?:depuis|since|parce que|vu que|car)\b[^,.;:!?]*", re.IGNORECASE)  # "depuis qu'il est parti"


_MY_LACK = re.compile(
    r"(?<!\S)(?:je|j|jai|jnai|on|nous|moi|(?:mon|ma|notre|mes) \w+|i|we|my \w+)"
    r"(?: (?!coops?|cooperat\w*|cliniqu\w*|qui|quel\w*|lesquel\w*|avec|veu\w*|cherch\w*|voudr\w*)\S+){0,7}?"
    r" (?P<lack>(?:pas|plus|pu|aucun|sans|no|without)(?: (?:encore|trouve|eu|reussi))?(?: (?:de|d|le|un|a|any))?"
    r" (?:medecins?|docteurs?|doc|md|omnipraticiens?|(?:family )?doctors?)(?: (?:de famille|attitre|regulier))?)(?!\S)"
)


# "Pas d'auto, pas de médecin de famille, je reste à Granby : …": a clause of nothing else, and nobody named
_LACK_ALONE = re.compile(
    r"(?:^|[,.;:!–]\s*)(?:(?:et|pis|puis|bonjour|allô?)\s+)?(?P<lack>(?:pas|plus|pus|pu|aucun|sans|no)"
    r" (?:de |d['’]|le |un )?(?:m[ée]decins?|docteurs?|docs?|(?:family )?doctors?)"
    r"(?: de famille| attitr[ée]| r[ée]gulier)?)(?=\s*[,.;:!–]|\s+(?:depuis|since|pis|et|parce|vu)\b)",
    re.IGNORECASE,
)
_I_LIVE = re.compile(
    r"(?<!\S)(?:je|j|jai|on|nous|moi|i|we)(?: (?:me|m|nous|suis|sommes|est|ai|avons|a))*"
    r" (?:(?:re)?cherch|habit|rest|demeur|vi[stv]|arriv|demenag|emmenag|a|en|dans|live|am|moved|looking)\w*(?!\S)"
)


def own_plan(message: Message, hit: Hit) -> bool:
    """Whether the one who asks plans something, not a co-op: "je pars en Afrique bientôt"."""
    return _MY_PLAN.search(" ".join(w.folded for w in message.words[: hit.first])) is not None


def of_peoples_life(message: Message, hit: Hit) -> bool:
    """Whether a topic is told of people, not asked of a co-op: "on déménage à Magog", "ma mère prend sa retraite"."""
    said = " ".join(w.folded for w in message.words[: hit.last])
    return _LIVES.search(said) is not None


_LIVES = re.compile(
    r"(?<!\S)(?:je|j|on|nous|i|we|(?:mon|ma|mes|notre|my|our)(?: (?!coops?|clini)\w+){1,2}?)"
    r"(?: (?:me|m|nous|vais|va|allons|viens|vient|venons|de|d|ai|as"
    r"|a|avons|suis|est|sommes|serai|sera|vas|prends?|prenons|prise?s?|pars?|part|partons|deja|bientot|tout|juste|sa|ma|notre|la|en|au))*"
    r" (?:demenage\w*|retraites?|retirement)$"
)


def someone_seeks(message: Message, hit: Hit) -> bool:
    """Whether a person seeks a doctor, not a co-op: "ma voisine cherche un médecin de famille"."""
    said = " ".join(w.folded for w in message.words[: hit.first + 1])
    inverted = " ".join(w.folded for w in message.words[hit.first + 1 : hit.first + 3]) in _ASKED_OF_IT
    sought = _A_PERSON.search(said) or (_I_SEEK.search(said) and not _WHERE_ONE.search(said) and not inverted)
    return bool(sought) and _COOP.search(said) is None


# "je me cherche un médecin", "on se cherche un doc": whoever asks; but "où cherche-t-on", "où on cherche encore"
_I_SEEK = re.compile(
    r"(?<!\S)(?:je|j|jme|jm|moi|nous|on|i|we)(?: (?:me|m|nous|se|s|ne|suis|sommes|est|ai|avons|am|are|re|vraiment"
    r"|encore|toujours|activement|desesperement|juste|simplement|aussi|presentement|actuellement|still|en train de))*"
    r" (?!on(?!\S))(?!\w+[eo]nt$)\w+$"
    r"|^(?:(?:bonjour|bonsoir|salut|allo|svp|urgent|hello|hi) )*(?:(?:re)?cherche|a la recherche|besoin|looking)$"
)
_ASKED_OF_IT = ("t elle", "t il", "t elles", "t ils")  # "cherche-t-elle des médecins ?"
_WHERE_ONE = re.compile(
    r"(?<!\S)(?:ou|endroits?|villes?|villages?|regions?)(?: (?:est ce|que|qu|l))* on(?: \w+){1,2}$"
    r"|(?<!\S)est ce qu on(?: \w+){1,2}$"
)
_COOP = re.compile(r"(?<!\S)(?:coops?|cooperatives?|cliniques?|clinics?|elles?|lesquelles|laquelle)(?!\S)")


def of_oneself(message: Message, services: Iterable[Words]) -> set[Words]:
    """The services that are the trade of whoever asks: "je suis ergothérapeute"."""
    return {place for place in services if _I_AM.search(" ".join(w.folded for w in message.words[: place[0]]))}


def told_of_people(message: Message, services: Iterable[Words]) -> set[Words]:
    """The services whose words say who has one ("mon médecin"), or whom another is for ("mon père diabétique")."""
    places = tuple(services)
    before = {place: message.words[place[0] - 1].folded for place in places if place[0]}
    told = {place for place, word in before.items() if word in _OURS}
    if _NEEDS.search(message.folded):
        told |= {place for place, word in before.items() if word in _PEOPLE}
    return told | {place for place in places if _of_a_patient(message, place, places)}


def _of_a_patient(message: Message, place: Words, meant: Iterable[Words]) -> bool:
    """Whether a service's words say whom another one is for: "soins de pieds pour un diabétique"."""
    said = {w.folded for w in message.words[place[0] : place[1]]}
    before = [" ".join(w.folded for w in message.words[last : place[0]]) for _, last in meant if last <= place[0]]
    return said <= _PATIENTS and any(_FOR.fullmatch(between) for between in before)
