"""Words that point at a co-op shown or named before: "cette coop-là", "là-bas", "l'autre", "elle", "les deux coops".

With nothing before them they name none, and we ask which one. So does "la coop de la MRC", that names no MRC.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import OF_ONE
from assistant.hearing import Heard
from assistant.question import Question, Task
from assistant.times import BOTH

_COOP = r"(?:coops?|cooperatives?|cliniques?)(?: (?:de )?(?:sante|solidarite))?"
# "la coop dont je fais partie", "la clinique où ma mère va": that of whoever asks, as "ma coop" is
_HABIT = r"(?:(?:suis|est|sommes|fai[st]|faisons|v(?:ais|a|ont|as)|allons|paye|paie|me fais|se fait|m y)(?!\S))"
_ONES_OWN = (
    rf"(?:la|une) {_COOP} (?:dont|ou|que|a laquelle|de laquelle|chez qui) (?:que )?"
    rf"(?:(?:je|j|jsuis|on|nous)(?: (?:y|en|me|m))? {_HABIT}"
    rf"|(?:mon|ma|mes|notre) \w+(?: (?:y|en|se))? {_HABIT})"
)
_POINTS = re.compile(
    rf"(?<!\S)(?:(?:cette|c te|ste|c t|l autre|les autres|cet autre|la dite|ladite) {_COOP}"
    r"|cet (?:endroit|etablissement)|cette place|celles? (?:la|ci)|la bas"
    rf"|(?:les|ces|des|entre les|de ces) (?:deux|trois|2|3) {_COOP}"
    r"|(?:laquelle|lequel|lesquelles|qui) (?:des|de ces|d entre les) (?:deux|trois|2|3)|(?:entre les|des|de ces) deux$"
    rf"|(?:la|le|l) (?:premiere?|deuxieme|seconde?|troisieme|derniere?|(?<!a l )autre)"
    rf"(?! {_COOP} (?:en|par|selon|la|le|avec|au|qui)(?!\S))"  # "la deuxième coop en nombre de membres"
    rf"(?= {_COOP}| (?:elle|il|a|est|offre|fait|combien|quels?|quelles?|c est)(?!\S)|$)"
    rf"|{_COOP} (?:de la|du|de l|de ma|de mon|de notre|de votre|du meme)"
    r" (?:mrc|region|ville|village|quartier|coin|municipalite|paroisse|secteur|bout|place|lac|riviere|nord|sud)"
    r"(?! (?:administrative|numero|no|\d+|de|du|des|d|la|le|l|saint|sainte)(?!\S))"
    rf"|(?:ma|notre|my|our) (?:{_COOP}|co ops?|clinics?)(?! (?:de|d|du|au|en|s appelle)(?!\S))"
    rf"|{_ONES_OWN}"
    r"|(?:that|this|the other|the two|both) (?:co ops?|coops?|clinics?)|over there"
    r"|which of the (?:two|three)|the (?:first|second|third|last|other) one)(?!\S)"
)
_OWN = re.compile(rf"(?<!\S)(?:(?:ma|notre|my|our) (?:coop|cooperative|clinique|co op|clinic)|{_ONES_OWN})(?!\S)")
_PRONOUN = re.compile(
    r"(?<!\S)(?:elles?|ils?|y ont|y a tu|leurs?|son|sa|ses|eux autres|the[yi]r?|its|it|them|l (?:appeler|ecrire)"
    r"|(?:la|les|leur|lui) (?:joindre|rejoindre|contacter|appeler|ecrire|preside|dirige))(?!\S)"
)
# "est-il", "y a-t-il", "il y a", "s'il vous plaît": no pronoun of a co-op.
_IMPERSONAL = re.compile(
    r"(?<!\S)(?:(?:est|y a|y avait|faut|vaut|fait|existe)(?: t)? il|il (?:y|faut|est|existe|fait)|s il"
    r"|y a(?: t il| tu)?|is it|it is|it s)(?!\S)"
)
_OTHER_SUBJECT = (
    "federation",
    "network",
    "report",
    "brochure",
    "table",
    "plural",
    "singular",
    "compare",
    "total",
    "mean",
)
_WHOLE = frozenset({Task.CLARIFY_ENTRY, Task.SOURCES, Task.OFFER})
_ASKED_NEXT = (
    r"(?= (?:la|ci|coops?|cooperatives?|cliniques?|laquelle|lequel|lesquelles|qui|c|quelle|combien|ca|on|en|est|a"
    r"|ont|elle"
    r"|which|who)(?!\S)|$)"
)
# "des deux", "entre ces deux-là", "parmi ces trois", "si on additionne les deux", "parmi celles-là"
_OF_TWO = re.compile(
    r"(?<!\S)(?:(?:(?:des|de ces|d entre (?:les|ces)|entre (?:les|ces)|parmi (?:les|ces)|of the|of these|of those"
    r"|between the"
    r"|between these|additionn\w* (?:les|ces|moi les)) (?:deux|trois|quatre|cinq|2|3|4|5|two|three|four)"
    r"|a (?:elles|eux)"
    rf" (?:deux|trois|quatre)){_ASKED_NEXT}|(?:parmi|d entre|entre) (?:celles|ceux) (?:la|ci)(?!\S))"
)


def which_coop(alone: Question, heard: Heard) -> Question | None:
    """The question that asks back which co-op is meant; None where `alone` points at none, or asks back already."""
    if alone.task in (Task.RANK, Task.SUM, Task.MEAN) and not of_two(heard):
        return None  # "la deuxième coop en nombre de dossiers", "les 3 coops avec le plus de médecins"
    if alone.task is Task.LIST and alone.services and _OWN.search(heard.message.folded) and _points(heard):
        return replace(alone, task=Task.CLARIFY_ENTRY, subjects=(), options=(), services=(), fields=(), topic="")
    if alone.period == BOTH:
        return None  # of two documents: "la présidente est-elle la même qu'en 2014 ?"
    if alone.task in _WHOLE or heard.cue("nth") or not _points(heard):
        return None
    fields = tuple(field for field in heard.field_codes if field in OF_ONE)
    return replace(alone, task=Task.CLARIFY_ENTRY, subjects=(), options=(), services=(), fields=fields, topic="")


def of_two(heard: Heard) -> bool:
    """ "laquelle des deux a le plus de médecins ?": some co-ops are meant, named before or nowhere."""
    return _OF_TWO.search(heard.message.folded) is not None


def speaks_of_it(heard: Heard) -> bool:
    """ "une autre question : combien de membres ont-ils ?": asked of a co-op that words point at."""
    if heard.places or any(n.sure for n in heard.named) or heard.cue("federation", "network", "report", "brochure"):
        return False
    said = _IMPERSONAL.sub(" ", heard.message.folded)
    asks = set(heard.field_codes) & OF_ONE or heard.topics or heard.services
    return bool(asks) and bool(_PRONOUN.search(said) or _THIS.search(said))


def says_they(heard: Heard) -> bool:
    """ "à Saint-Isidore, qu'est-ce qu'ils ont ?": whoever gives care there is spoken of."""
    return bool(_THEY.search(_IMPERSONAL.sub(" ", heard.message.folded)))


_THEY = re.compile(r"(?<!\S)(?:elles?|ils|they)(?!\S)")
_THIS = re.compile(rf"(?<!\S)(?:cette|c te|ste|this|that) {_COOP}(?!\S)")


def _points(heard: Heard) -> bool:
    """Whether the message, alone, speaks of a co-op that it doesn't name."""
    if heard.places or any(n.sure or n.how == "misspelt" for n in heard.named):
        return False
    said = heard.message.folded
    about_others = heard.cue("federation", "network", "report", "brochure", "table")
    if (_POINTS.search(said) or of_two(heard)) and not about_others:
        return True
    asked = set(heard.field_codes) & OF_ONE or heard.topics
    if not asked or heard.cue(*_OTHER_SUBJECT) or heard.services or len(heard.left) > 1:
        return False
    return bool(_PRONOUN.search(_IMPERSONAL.sub(" ", said)))


def names_what_it_doubles(text: str) -> bool:
    """Whether a pronoun of the message stands for a noun that it names too: then it points at nothing before it.

    >>> names_what_it_doubles("Comment s'appelle-t-elle, la présidente ?")
    True
    >>> names_what_it_doubles("La rencontre, elle a eu lieu où ?")
    True
    >>> names_what_it_doubles("Et elle, où est-elle ?")
    False
    """
    return _DOUBLED.search(text) is not None


_DOUBLED = re.compile(
    r"^(?:(?:et|pis|mais|bon)\s+)*(?:l[ae]s?\s|l['’])\w[^,?]*,\s+(?:elles?|ils?|c['’]|[çc]a)(?!\w)"
    r"|(?<!\w)(?:elles?|ils?)(?!\w)[^,?]*,\s+(?:l[ae]s?\s|l['’])\w",
    re.IGNORECASE,
)
