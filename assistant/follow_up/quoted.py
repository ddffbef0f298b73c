"""Sequels over what an answer of the prose quoted: one item of its list, the next one, what stands after it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Outcome
from assistant.conversation import Turn
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import ORDINALS, bare
from assistant.hearing import Heard
from assistant.question import Question, Task
from assistant.wanted import NUMBER as A_NUMBER
from assistant.wanted import PERSON, PLACE, names_more
from index.cells import stem
from index.lexical import stems
from ingest.french import key

ITEM = "item"  # topic of a question that asks for one item of the list last quoted, by its place in it


def one_item(said: Sequel) -> Question | None:
    """ "la dernière, c'était quoi ?" after the recommendations: that item alone."""
    last, heard = said.last, said.heard
    if last.question.task is not Task.PROSE or last.answer.entries or len(last.answer.citations) < MOST_ALONE:
        return None
    asked = set(heard.field_codes) - {"card"}  # "la dernière, c'est quoi ?"
    end = _end_said(said)
    untold = set(heard.left) - set(ORDINALS) and end is None  # "on finit par quelle orientation ?"
    if untold or asked or heard.topics or heard.services or heard.places or not bare(said.whole, 9):
        return None
    match = _RANK.search(said.whole.message.folded)
    number = _JUST_A_NUMBER.fullmatch(said.whole.message.folded)
    if (match is None and number is None and end is None) or _ranked(last.question.message):
        return None  # "et la quatrième ?" after the third orientation: of the orientations, see `another_rank`
    plain = Question(said.alone.message, Task.PROSE, language=said.alone.language, topic=ITEM)
    if match is None and number is None:
        return replace(plain, nth=end or 0, options=last.answer.citations)
    place = ORDINALS[match["rank"]] + 1 if match is not None else int(number["number"]) if number is not None else 0
    return replace(plain, nth=place, options=last.answer.citations)


def how_many_quoted(turns: tuple[Turn, ...]) -> int:
    """How many things the last answer of the prose lists; of one asked by its rank, all those that have one."""
    last = turns[-1] if turns else None
    if last is None or last.question.task is not Task.PROSE or last.answer.outcome is not Outcome.ANSWERED:
        return 0
    if last.question.topic == ITEM or _ranked(last.question.message):
        return LAST
    listed = _listed(last.answer.text)
    return listed if listed >= MOST_ALONE and not last.answer.entries else 0


def next_item(said: Sequel) -> Question | None:
    """ "celle d'après ?" after one item of a list was told alone: the next of that list."""
    question = said.turns[-1].question
    if question.topic != ITEM or not 1 <= question.nth < len(question.options):
        return None
    if not _NEXT_OF_THEM.fullmatch(said.whole.message.folded):
        return None
    return replace(question, nth=question.nth + 1)


_NEXT_OF_THEM = re.compile(
    r"(?:(?:et|pis|puis|ok|bon|and|alors|apres) )*(?:(?:l[ae] |l )?(?:suivante?|prochaine?)|cel(?:le|ui) (?:d )?apres"
    r"|(?:l autre )?(?:apres|ensuite)|the next(?: one)?)"
    r"(?: (?:ca|c est|est|donc|la|elle|laquelle|lequel|quoi|maintenant|stp|svp))*"
)


def _end_said(said: Sequel) -> int | None:
    """The place that words of beginning and ending say: 1, 0 the last; 2 where the one after the first is asked."""
    folded = said.whole.message.folded
    if _ENDS_WITH.fullmatch(folded):
        return 0
    if _BEGINS_WITH.fullmatch(folded):
        return 1
    begins = _BEGINS_WITH.search(key(said.last.question.message))
    return 2 if begins and (_NEXT_OF_THEM.fullmatch(folded) or _FOLLOWING.match(folded)) else None


_WHO = r"(?:on|elle|il|elles|ils|ca|t|le plan|la liste|est ce qu(?:e)?|c est qu(?:e)?)"
_LINKS = r"(?:(?:et|pis|puis|ok|bon|and|mais|alors|enfin|maintenant) )*"


def _by_which(verbs: str) -> re.Pattern[str]:
    """ "on finit par quelle orientation", "par laquelle se termine-t-elle", "quelle orientation ferme la liste"."""
    which = r"(?:par|avec|sur) (?:quel(?:le)?(?: \w+)?|laquelle|lequel|quoi)"
    return re.compile(
        rf"{_LINKS}(?:(?:{_WHO} )*(?:se |s )?(?:{verbs}) {which}|{which}(?: {_WHO})*(?: se| s)? (?:{verbs})(?: {_WHO})*"
        rf"|(?:quel(?:le)? \w+|laquelle|lequel|qu est ce qui)(?: est ce)?(?: qui)? (?:{verbs})(?: (?:la|le|ce"
        rf"|cette) \w+)?)"
        r"(?: (?:au juste|stp|svp|donc))*$"
    )


_ENDS_WITH = _by_which(r"fini\w*|termin\w*|conclu\w*|clot\w*|acheve\w*|ferme\w*")
_BEGINS_WITH = _by_which(r"commenc\w*|debut\w*|ouvr\w*|entam\w*|part")

MOST_ALONE = 3  # citations from which an answer is a list
_RANK = re.compile(
    rf"(?<!\S)(?:la|le|the|du|au)(?: toute?)? (?P<rank>{'|'.join(ORDINALS)})"
    r"(?= (?:c|au juste|exactement|en detail|en question|tu|est|etait|donc|stp|svp|maintenant|ensuite|enfin|elle"
    r"|de toutes|du lot|de (?:ta|la) liste|one|dit|expli\w+|detaille\w*|developpe\w*)(?!\S)|$)"
)


FOLLOWS = "follows"  # topic of a question that asks what stands after the words last quoted
WHO_ELSE = "who else"  # the same, of people
_THEY_MET = (
    r"(?: (?:(?:est ce qu |qu )?(?:elle|ils?|elles|on|la federation|la fqcs|la fede) (?:a|ont|avait|avaient|s est)"
    r"|(?:a|ont|avait|avaient) (?:t )?(?:elle|ils?|elles|on))(?: (?:aussi|egalement|encore))?"
    r" (?:rencontr|parl|jas|echang|v|discut|inform|joint)\w*(?: (?:a|avec))?)?"
)
_THE_REST = re.compile(
    r"(?:(?:et|ok|pis|puis|and|bon|donc|mais) )*(?:"
    r"(?P<who>(?:c est |(?:il )?y (?:a|avait) )?(?:(?:avec|a|par|pour|chez) )?qui (?:d autres?|encore|de plus|en plus)"
    rf"{_THEY_MET}|who else|personne d autres?|(?:a part|outre|en dehors de) (?:lui|elle|eux|elles)(?: qui)?)"
    r"|(?P<more>(?:(?:est ce qu )?(?:il )?y en (?:a|avait)(?: (?:t )?il| tu)?(?: eu)? )?d autres?"
    r"(?: (?:noms?|personnes?))?"
    r"|(?:est ce )?(?:c est )?(?:tout|tu tout)|(?:a part|outre|en plus de) ca|rien d autre|any others?)"
    r"|quoi (?:d autre|encore)|la suite|et apres|le reste|ensuite|what else|the rest|continue[sz]?)"
    r"(?: (?:encore|svp|stp|aussi|donc|au juste))?"
)


def what_follows(said: Sequel) -> Question | None:
    """ "qui d'autre ?", "la suite ?": what stands in the same section, after what the last answer quoted."""
    match = _THE_REST.fullmatch(said.whole.message.folded)
    last = said.last
    if match is None or last.question.task is not Task.PROSE or last.answer.entries or not last.answer.citations:
        return None
    of_people = match["more"] and any(PERSON.search(span.quote) for span in last.answer.citations)
    topic = WHO_ELSE if match["who"] or of_people else FOLLOWS
    plain = Question(said.alone.message, Task.PROSE, language=said.alone.language, topic=topic)
    return replace(plain, options=last.answer.citations)


OTHERS = "others"  # topic of a question that asks for the rest of the list of which one item was asked
_THE_OTHERS = re.compile(
    r"(?:(?:et|ok|pis|puis|and|bon|quel(?:le)?s sont|c est quoi|donne moi|nomme moi) )*(?:pour )?"
    r"(?:(?:les|the) (?:(?:deux|trois|quatre|two|three) )?(?:autres?|others?)(?: ones?| \w{4,}s)?"
    r"|(?:les (?:(?:deux|trois|quatre) )?(?:autres )?\w{4,}s|cel(?:les)|ceux) (?:qui (?:la |le |les )?(?:suivent"
    r"|viennent (?:apres|ensuite)"
    r"|restent)|suivante?s|restante?s|d apres)(?: (?:celle|celui) (?:la|ci)| ca| elle)?)"
    r"(?: (?:c est quoi|svp|stp|alors|c est lesquel(?:le)?s|ce sont lesquelles))?"
)


def the_others(said: Sequel) -> Question | None:
    """ "et les autres ?" after "quelle est la première recommandation ?": the other items of that list.

    `nth` is the place of the one that was asked for, counted from 0; -1 where it was told alone.
    """
    last = said.last
    if last.question.task is not Task.PROSE or last.answer.entries or not last.answer.citations:
        return None
    if not _THE_OTHERS.fullmatch(said.whole.message.folded):
        return None
    asked = _ORDINAL.search(last.question.message)
    place = ORDINALS.get(key(asked.group()), -1) if asked else -1
    plain = Question(said.alone.message, Task.PROSE, language=said.alone.language, topic=OTHERS)
    return replace(plain, options=last.answer.citations, nth=place)


_ORDINAL = re.compile(
    r"\b(?:premi[eè]re?|deuxi[eè]me|seconde?|troisi[eè]me|quatri[eè]me|cinqui[eè]me|1re|1[eè]re|2e|2i?[eè]me|3e"
    r"|3i?[eè]me"
    r"|4e|4i?[eè]me|5e|derni[eè]re?|first|second|third|fourth|fifth|last)\b",
    re.IGNORECASE,
)
# "l'orientation 2", "le mandat numéro 1": no year, no "2.3" of a point.
_BY_NUMBER = re.compile(r"(?<=[^\W\d]{4} )(?:no\.? |num[ée]ro )?(?P<number>[1-9])(?![\d.,]|\s?[%$])", re.IGNORECASE)
_JUST_A_NUMBER = re.compile(
    r"(?:(?:et|ok|pis|puis|and|bon|non) )*(?:(?:pour |de |d )?(?:l[ae]|celle|the|no|numero|number) )+(?P<number>[1-9])"
    r"(?: (?:svp|stp|elle|lui|donc))?"
)


def another_rank(said: Sequel) -> Question | None:
    """ "et de la deuxième ?", "pis la 4" after "les objectifs de la première orientation", "de l'orientation 1"."""
    before = said.last.question.message
    first = _ORDINAL.search(before) or _BY_NUMBER.search(before)
    if said.last.question.task is not Task.PROSE or first is None or not bare(said.whole, 9):
        return None
    if not bare(said.whole, 6) and set(said.heard.content) - set(ORDINALS):
        return None  # "et le quatrième, il y a quoi dedans ?" asks no more than its rank
    place = _place_said(said)
    if place is None and _FOLLOWING.match(said.whole.message.folded):
        known = first.groupdict().get("number")
        place = int(known) if known else ORDINALS.get(key(first.group()), -2) + 1
    if place is None or not -1 <= place < LAST:
        return None
    message = f"{before[: first.start()]}{_said_as(place, first)}{before[first.end() :]}"
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message)


def another_point(said: Sequel) -> Question | None:
    """ "pis 3.1" after "c'est quoi l'objectif 2.3 ?": the same of another point that the document numbers."""
    before, now = said.last.question.message, _POINT.findall(said.whole.message.text)
    if said.last.question.task is not Task.PROSE or len(now) != 1 or not bare(said.whole, 6) or said.heard.content:
        return None
    if len(_POINT.findall(before)) != 1:
        return None
    message = _POINT.sub(now[0], before)
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message) if asked.task is Task.PROSE else None


_POINT = re.compile(r"(?<![\d.])\d\.\d(?![\d.]|\s?%)")


def of_one_item(said: Sequel) -> Question | None:
    """ "la 3e, ses objectifs" after "quelles sont les orientations ?": of the third orientation."""
    last, heard = said.last, said.heard
    noun = _LISTED.search(last.question.message)
    if last.question.task is not Task.PROSE or last.answer.entries or noun is None or _ORDINAL.search(noun.string):
        return None
    if heard.services or heard.places or not bare(said.whole, 9) or _listed(last.answer.text) < MOST_ALONE - 1:
        return None
    text, place = said.whole.message.text, _place_said(said)
    spot = _ITS_RANK.search(text)
    if (
        place is None
        or not -1 <= place < LAST
        or spot is None
        or not text[: spot.start()] + text[spot.end() :].strip(" ?.!")
    ):
        return None
    if _NOUN_BEHIND.match(text[spot.end() :]):
        return None  # "le premier objectif": of something else
    message = f"{text[: spot.start()]}{spot['the']} {_RANKS[place]} {noun['noun']}{text[spot.end() :]}"
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message) if asked.task is Task.PROSE else None


_LISTED = re.compile(
    r"\b(?:les|ses|leurs|quel(?:le)?s|vos|the|its|what)\s+"
    r"(?:(?:grande?s|principales|principaux|diff[ée]rente?s|divers(?:es)?|autres|nouvelles|nouveaux|main|great)\s+)?"
    r"(?P<noun>[^\W\d]{4,}[^s\W])s\b",
    re.IGNORECASE,
)
_ITS_RANK = re.compile(
    r"\b(?P<the>l[ae]|the|du|au) (?:num[ée]ro )?(?:[1-9](?:i?[eè]?me|re|er|e)?|premi[eè]re?|deuxi[eè]me|seconde?"
    r"|troisi[eè]me|quatri[eè]me|cinqui[eè]me|derni[eè]re?|first|second|third|fourth|last)\b",
    re.IGNORECASE,
)
_NOUN_BEHIND = re.compile(r"\s+(?!c['’ ]|est|elle|il\b|de\b|du\b|qu)\w{3,}")


def _place_said(said: Sequel) -> int | None:
    """The place in a list that a message says, from 0; the last one's is counted in the list last quoted."""
    if _ENDS_WITH.fullmatch(said.whole.message.folded):
        return LAST_OF_ALL
    match = _ORDINAL.search(said.whole.message.text)
    number = _JUST_A_NUMBER.fullmatch(said.whole.message.folded)
    spot = _ITS_RANK.search(said.whole.message.text)
    digits = re.search(r"\d", spot.group()) if spot is not None else None
    if number is not None or (digits is not None and match is None):
        return int(number["number"] if number is not None else digits.group()) - 1  # type: ignore[union-attr]
    place = ORDINALS.get(key(match.group())) if match is not None else None
    if place != -1:
        return place
    listed = next((_listed(t.answer.text) for t in reversed(said.turns) if not _ranked(t.question.message)), 0)
    return listed - 1 if listed else -1


def _ranked(message: str) -> bool:
    return bool(_ORDINAL.search(message) or _BY_NUMBER.search(message))


def _listed(text: str) -> int:
    """How many things an answer of the prose lists: its items, or its sentences."""
    items = re.findall(r"^- ", text, re.MULTILINE) or re.findall(r"^« ", text, re.MULTILINE)
    return len(items)


def _said_as(place: int, before: re.Match[str]) -> str:
    """A place as the question before says its own: "4" for "2", "quatrième" for "deuxième"."""
    number = before.groupdict().get("number")
    if number is None or place < 0:
        return _RANKS[place]
    return f"{before.group()[: -len(number)]}{place + 1}"


_RANKS = ("première", "deuxième", "troisième", "quatrième", "cinquième", "dernière")
LAST_OF_ALL = -1
LAST = 5  # of these, the one counted from the end
_FOLLOWING = re.compile(
    r"(?:(?:et|ok|pis|and) )*(?:l[ae] (?:suivante?|prochaine?)|cel(?:le|ui) (?:d )?apres|l autre (?:d )?apres"
    r"|the next(?: one)?)(?!\S)"
)


def counts_them(said: Sequel) -> Question | None:
    """ "y en a combien en tout ?" after "quelles sont les orientations ?": how many orientations."""
    last = said.last
    asks = _HOW_MANY.fullmatch(said.whole.message.folded)
    if asks is None or last.question.task is not Task.PROSE or last.answer.entries or _listed(last.answer.text) < 2:
        return None
    opening = _OPENS_A_LIST.match(last.question.message)
    if opening is None:
        return None
    message = f"Combien de {last.question.message[opening.end() :]}"
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message) if asked.task is Task.PROSE else None


_HOW_MANY = re.compile(
    r"(?:(?:et|ok|pis|and|donc) )*(?:(?:(?:il )?y (?:en )?a|ya|elles sont|ils sont|c est|ca (?:en )?fait|ca) )?"
    r"(?:combien|cb|how many)(?: (?:y en a t il|il y en a|y en a|ca (?:en )?fait|sont (?:elles|ils)|are there))?"
    r"(?: (?:en tout|au total|in all|total))?"
)
_OPENS_A_LIST = re.compile(
    r"(?:(?:quel(?:le)?s (?:sont|étaient|etaient)|c['’]est quoi|c quoi|nomme[- ]moi|donne[- ]moi|liste|énumère)"
    r" (?:tou(?:te)?s )?(?:les|ses|vos|leurs) |quel(?:le)?s )",
    re.IGNORECASE,
)


def one_named(said: Sequel) -> Question | None:
    """ "pis l'autofinancement ?" after the great projects: that one of them, and what is told under it."""
    last, heard = said.last, said.heard
    quoted = [c for c in last.answer.citations if len(c.quote.split()) > 1]
    if last.question.task is not Task.PROSE or last.answer.entries or _listed(last.answer.text) < MOST_ALONE:
        return None
    if not heard.content or heard.places or heard.cue("count", "who", "when", "where", "how_much", "why"):
        return None
    if not bare(said.whole, 7):
        return None
    own = set(stems(" ".join(heard.content)))
    holding = [c for c in quoted if own <= set(stems(c.quote))]
    if not own or len(holding) != 1:
        return None
    plain = Question(said.alone.message, Task.PROSE, language=said.alone.language, topic=ITEM)
    return replace(plain, nth=1, options=(holding[0],))


AGAIN = "again"  # topic of a question that asks nothing but to be told again what was just quoted
# Words that say the kind of thing wanted, and nothing of what it is asked of.
KINDS = frozenset(
    stem(word)
    for word in "date jour mois monde gens nombre nom endroit personne temps duree periode place lieu genre sorte ville"
    " annee exercice occasion evenement but cadre contexte objet organisme organisation partenaire groupe".split()
)
_OF_IT = r"(?:ca|cela|il|elle|ils|elles|on|lui|eux|it|they|he|she)"
_TOLD_AGAIN = re.compile(
    r"(?:(?:et|pis|puis|ok|mais|bon|ben|and|so|alors) )*(?:"
    r"(?:c est|c etait|c) (?:quoi|ki|qui|rendu (?:ou|a quoi)|pour (?:qui|quoi)|avec qui|par qui|a qui)"
    rf"|{_OF_IT}(?: \w+)? (?:dit|disait|disent|fait|faisait|font|raconte|donne|sert|servait|consiste|parle|parlait) "
    r"(?:quoi|a quoi|en quoi|de quoi)"
    r"|(?:pour |a |de )?quoi(?: faire)?"
    r"|(?:qui|avec qui(?: d autres?)?|par qui|pour qui|qui d autres?|lesquel(?:le)?s|laquelle|lequel)"
    rf"|(?:ou|a quoi|a quel stade)(?: est ce que)? (?:{_OF_IT}|c) (?:en )?(?:est|sont|avance\w*)(?: rendus?)?"
    r"|(?:c est )?rendue?s? (?:ou|a quoi)|what (?:is|was|were) (?:it|that|they)|who (?:is|was) (?:it|that)|which ones?"
    r")(?: (?:ca|cela|la|lui|elle|eux|donc|encore|exactement|au juste|aujourd hui|maintenant|comme|deja|exactly)){0,3}"
)
_WHICH = re.compile(
    r"(?:(?:et|ok|pis|and|ah|oui|c est|ce sont) )*(?:lesquel(?:le)?s|quel(?:le)?s|which ones?)(?: (?:ca|donc))?"
)
_IN_ALL = re.compile(r"(?:(?:et|ok|pis|and|mais) )*(?:(?:ca fait )?combien )?(?:en tout|au total|total|in all)")
_BY_WHOM = re.compile(r"(?<!\S)(avec|par|pour|a) qui(?!\S)")
_THEIR = {"avec": r"\b(?:avec|entre|en collaboration|en présence)\b", "par": r"\bpar\b", "pour": r"\b(?:pour|auprès)\b",
          "a": r"\b(?:au|aux|à)\b"}  # fmt: skip


def told_again(said: Sequel) -> Question | None:
    """ "c'est rendu où ?", "lesquels ?", "elle dit quoi ?": the sentence just quoted, whole; nothing else tells more.

    "avec qui ?" only where it says with somebody; of one co-op, "et en tout ?" is in the cell quoted, if anywhere.
    """
    last, folded = said.last, said.whole.message.folded
    if last.answer.outcome is not Outcome.ANSWERED:
        return None
    of_a_cell = last.question.task in (Task.FIELDS, Task.TOPIC) and len(last.question.subjects) == 1
    if of_a_cell and _IN_ALL.fullmatch(folded):
        return last.question
    if last.question.task is not Task.PROSE or last.answer.entries:
        return None
    if _WHICH.fullmatch(folded) and _listed(last.answer.text) >= MOST_ALONE - 1:
        return last.question
    if not _TOLD_AGAIN.fullmatch(folded) or not 1 <= len(last.answer.citations) <= MOST_TOLD:
        return None
    if _OTHERS.search(folded) and not any(len(PERSON.findall(c.quote)) > 1 for c in last.answer.citations):
        return None
    link = _BY_WHOM.search(folded)
    if link and not any(re.search(_THEIR[link.group(1)], c.quote) for c in last.answer.citations):
        return None
    plain = Question(said.alone.message, Task.PROSE, language=said.alone.language, topic=AGAIN)
    return replace(plain, options=last.answer.citations)


UNDER = "under"  # topic of a question that asks what stands under the title that is its one option


def under_the_item(said: Sequel) -> Question | None:
    """ "quels objectifs vont avec ?" after the last orientation: what stands under the title just told."""
    last = said.turns[-1]  # a list's item, though what it was told of is followed
    told_alone = len(last.answer.citations) == 1 or _AND_UNDER_IT.match(last.answer.text)
    alone = told_alone and _ranked(last.question.message)
    if last.question.task is not Task.PROSE or last.answer.outcome is not Outcome.ANSWERED:
        return None
    if last.answer.entries or not (last.question.topic == ITEM or alone):
        return None
    if not _UNDER_IT.fullmatch(said.whole.message.folded) or said.heard.places or said.heard.services:
        return None
    plain = Question(said.alone.message, Task.PROSE, language=said.alone.language, topic=UNDER)
    return replace(plain, options=last.answer.citations[:1])


# "qui vont avec", "y sont rattachés", "s'y rapportent", "qui en découlent": what stands under it
_AND_UNDER_IT = re.compile(r"« [^»\n]+ » \[1\][^\n]*\n\n- ")  # an item, and a list of what stands under it
_IT = r"(?: (?:ca|elle|lui|celle la|celui la|cette \w+(?: la)?|cet \w+(?: la)?))?"
_GO_WITH_IT = (
    rf"(?:qui )?(?:(?:vont|va|viennent|vient) avec{_IT}"
    rf"|(?:(?:y|lui) )?(?:sont|est) (?:y )?(?:rattache|associe|relie|lie|attache|prevu|inclus)\w*"
    rf"(?: (?:a|avec|dans){_IT})?"
    rf"|s y (?:rattach|rapport|greff)\w*|(?:en )?(?:decoul|depend|relev)\w*|en font partie|(?:l )?accompagn\w*"
    rf"|se (?:rattach|rapport)\w* a{_IT}|go(?:es)? with (?:it|that))"
)
_UNDER = (
    r"(?:(?:la |juste |en )?(?:dessous|dessus|dedans)|la dedans)"
    r"(?: (?:de )?(?:celle (?:la|ci)|celui (?:la|ci)|ca|elle|lui))?"
)
_GIVE = (
    r"(?:(?:(?:j|je|on|nous) (?:aurais|aurait|ai|a|aurions|veux|voudrais|aimerais|aimerait)(?: (?:bien|aussi))?"
    r"(?: (?:besoin|avoir|voir|savoir|connaitre))?|(?:tu |vous )?(?:peux|peut|pouvez|pourrais|pourriez)(?: (?:tu"
    r"|vous))?"
    r"(?: (?:me|nous))? \w+|(?:donn|montr|nomm|list|enumer|cit|dis|dites|affich)\w*(?: (?:moi|nous))?)"
    r" (?:(?:de|d) )?(?:les |ses |des |leurs )?)"
)
_UNDER_IT = re.compile(
    rf"(?:(?:et|pis|puis|ok|and) )*(?:quel(?:le)?s? (?:sont )?(?:les |ses )?|c est quoi (?:les|ses) |(?:avec|ses"
    rf"|its) |{_GIVE}"
    rf"|les (?=\w{{4,}}s {_GO_WITH_IT}))"
    rf"(?P<what>\w{{4,}}s)(?: {_GO_WITH_IT}| {_UNDER}"
    r"| (?:de|pour|dans) (?:celle|celui) (?:la|ci))?"
    r"|(?:(?:et|pis|puis|ok|and) )*(?:(?:qu est ce qu|c est quoi qu|quoi qu) (?:il|ils|elle|elles|on) (?:y )?(?:a"
    r"|ont|avait"
    rf"|met|mettent)(?: \w+)? (?:comme|en fait d) (?P<thing>\w{{4,}}s)(?: {_GO_WITH_IT}| {_UNDER})?)"
    rf"|(?:(?:et|pis|puis|ok|and) )*(?:(?:(?:il )?y a quoi|qu est ce (?:qu il y a|qu on trouve|qui est ecrit)) {_UNDER}"
    rf"|ca contient quoi|(?:qu est ce|what) {_GO_WITH_IT})"
)


UNNAMED = "unnamed"  # topic of a question that asks for names where only a number is told


def which_they_are(said: Sequel) -> Question | None:
    """ "lesquelles ?" after how many co-ops were helped: no more is asked than their names, and none is told."""
    last = said.last
    if last.question.task is not Task.PROSE or last.answer.entries or not _WHICH.fullmatch(said.whole.message.folded):
        return None
    before = said.reader.ear.hear(last.question.message)
    if len(last.answer.citations) > MOST_TOLD:
        return last.question  # the list was quoted, and is again
    if not before.cue("count") or any(names_more(c.quote, before.message.folded) for c in last.answer.citations):
        return None
    return Question(said.alone.message, Task.PROSE, language=said.alone.language, topic=UNNAMED)


_WHICH = re.compile(
    r"(?:(?:et|ok|pis|and|c est|ce sont|mais) )*(?:lesquel(?:le)?s|which ones?)(?: (?:ca|donc|au juste|svp|stp))?"
)


def told_of_that_kind(said: Sequel) -> Question | None:
    """ "avec quel organisme ?", "à quelle occasion ?", "où ?": the sentence just quoted, where it tells that."""
    last, folded = said.last, said.whole.message.folded
    if last.question.task is not Task.PROSE or last.answer.entries or not 1 <= len(last.answer.citations) <= MOST_TOLD:
        return None
    shown = next((shows for asks, shows in _OF_A_KIND if asks.fullmatch(folded)), None)
    told = shown is not None and any(shown.search(c.quote) for c in last.answer.citations)
    if not told and not _counts_them(said):
        return None
    plain = Question(said.alone.message, Task.PROSE, language=said.alone.language, topic=AGAIN)
    return replace(plain, options=last.answer.citations)


def _counts_them(said: Sequel) -> bool:
    """ "ils en ont vu combien ?" after what was told of some people or things, whose only number it holds."""
    if not _HOW_MANY_OF_THEM.fullmatch(said.whole.message.folded):
        return False
    if said.reader.ear.hear(said.last.question.message).cue("count"):
        return False  # the noun counted before is counted again
    numbers = [m for c in said.last.answer.citations for m in A_NUMBER.pattern.finditer(c.quote)]
    return len(numbers) == 1


_WHO_DID = r"(?:ils?|elles?|on|vous)"
_HOW_MANY_OF_THEM = re.compile(
    rf"(?:(?:et|pis|puis|ok|mais) )*(?:{_WHO_DID} en (?:a|ont|avez|avait|avaient)(?: \w+)? combien"
    rf"|combien en (?:a|ont|avez|avait|avaient)(?: t)? {_WHO_DID}(?: \w+)?"
    rf"|combien (?:est ce qu )?{_WHO_DID} en (?:a|ont|avez|avait|avaient)(?: \w+)?"
    r"|(?:il )?y en (?:a|avait) (?:eu )?combien)(?: (?:ca|au juste|en tout|au total|exactement))?"
)


def _asks(what: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:et|pis|puis|ok|mais|and|so) )*(?:c etait |c est )?(?:{what})"
        r"(?: (?:ca|cela|donc|c etait|c est|au juste))?"
    )


# What asks for a kind of thing and for nothing more, and the words of a sentence that tells one.
_OF_A_KIND = (
    (
        _asks(r"(?:avec|par) (?:quel(?:le)?s?) (?:organismes?|organisations?|partenaires?|groupes?|entreprises?)"),
        re.compile(r"\b(?:avec|entre|en collaboration|en intercoopération|par l[ea]?)\b"),
    ),
    (
        _asks(r"(?:a|pour|en|lors de|dans|durant) (?:quel(?:le)?) (?:occasions?|evenement|cadre|contexte|activite)"),
        re.compile(r"\b(?:lors|dans le cadre|[Kk]iosque|journée|rencontre|événement|activité|assemblée)\b"),
    ),
    (
        _asks(r"(?:dans|a|pour|avec) (?:quel(?:le)?) (?:buts?|fin|objectif|intention)|dans le but de quoi"),
        re.compile(r"\b(?:afin d|dans le but|visant|visent)"),
    ),
    (
        _asks(
            r"(?:de |dans |en |a )?quel(?:le)? (?:est (?:le|la|ce|cette) )?(?:pourcentage|proportion|part)"
            r"|(?:de |a )?combien (?:de|en) (?:pour cent|pourcentage|pourcent)"
            r"|(?:what|which) (?:percentage|proportion|share)|how many percent"
        ),
        re.compile(r"\d ?%"),
    ),
    (
        _asks(
            r"(?:a quel(?:le)? (?:place|endroit|ville)|dans quel(?:le)? (?:ville|lieu)|ou|where)"
            r"|(?:il|elle|ils|elles|he|she) (?:travaill|pratiqu|exerc|soign)\w* (?:ou|where)"
            r"|ou (?:travaill|pratiqu|exerc|soign)\w*(?: t)? (?:il|elle)"
        ),
        PLACE,
    ),
)
_OTHERS = re.compile(r"(?<!\S)qui (?:d autres?|encore)(?!\S)")
MOST_TOLD = 2  # citations beyond which what was told is a list


def names_only_a_kind(heard: Heard) -> bool:
    """Whether a message names nothing but the kind of thing that it wants: "quelle date ?", "qui ça ?"."""
    return all(stem(word) in KINDS for word in heard.content)


NUMBER = "number"  # topic of a question that asks what has the number that is its one option


def what_that_number_is(said: Sequel) -> Question | None:
    """ "alors 137, c'est quoi ?" after figures of the prose: what has that number."""
    match = _A_NUMBER.fullmatch(said.whole.message.folded)
    if match is None or said.last.question.task is not Task.PROSE or said.last.answer.entries:
        return None
    plain = Question(said.alone.message, Task.PROSE, language=said.alone.language, topic=NUMBER)
    return replace(plain, options=(match["number"],))


_A_NUMBER = re.compile(
    r"(?:(?:et|alors|mais|pis|puis|ok|donc|and|so) )*(?:(?:le|les|ton|votre|ce|the) )?(?:(?:chiffre|nombre) )?(?:de )?"
    r"(?P<number>(?!(?:19|20)\d\d )\d+(?: \d{3})*)(?: la)? "
    r"(?:(?:ca|c) (?:est|etait|correspond|represente|vient)(?: a)? (?:quoi|ou)|c est quoi|c quoi|what is it)"
    r"(?: (?:ca|donc|au juste|exactement|alors))?"
)
