"""A message that asks several things, cut into the questions it holds.

>>> one_after_the_other("Combien de coops en Mauricie, et lesquelles ont une infirmière ?")
['Combien de coops en Mauricie', 'lesquelles ont une infirmière ?']
>>> counted_apart("combien de dossiers médicaux pis d'omnipraticiens les coops ont au total")
('combien de dossiers médicaux les coops ont au total', "combien d'omnipraticiens les coops ont au total")
"""

from __future__ import annotations

import re

from assistant.story import WHICH_ONE
from ingest.french import key

MOST = 3  # questions in one message; with more it is a story

# "combien de coops en Mauricie, et lesquelles ont plus de 5 médecins ?": two questions, the second about the first.
_SECOND = re.compile(
    r",?\s+(?:puis|et ensuite|et aussi)\s+(?=(?:l[ea]s?\s|l['’]|combien|quel))"
    r"|,?\s+(?:et|pis)\s+(?!(?:laquelle|lesquelles) en \w+ le (?:plus|moins)\b)"  # both ends of one ranking
    r"(?=(?:parmi elles|lesquelles|laquelle|lesquels|lequel|combien|dans combien)\b)|\?\s+(?=\S.{6,}\?)"
    r"|,?\s+and\s+(?=(?:how many|which ones?)\b)",
    re.IGNORECASE,
)
# "…, et en cherche-t-elle d'autres ?", "…, and is it hiring?": asked of the co-op that the first question names.
_OF_IT_TOO = re.compile(
    r",?\s+(?:et|pis)\s+(?=(?:en |y )?[^\W\d_]+-(?:t-)?(?:elle|ils?)\b|est-ce qu['’](?:elle|ils?)\b)"
    r"|,?\s+and\s+(?=(?:is|does|has) it\b|(?:are|do|have) they\b)",
    re.IGNORECASE,
)
# "qui fait l'acupuncture et aussi l'ostéo, les deux ensemble": one question, of what meets both
_ALL_AT_ONCE = re.compile(
    r"\b(?:les deux(?: services)? (?:ensemble|[àa] la fois|en m[êe]me temps|au m[êe]me|[àa] la m[êe]me)"
    r"|(?:l'un|l’un) et l['’]autre|sous (?:le|un) m[êe]me toit|[àa] la m[êe]me place|au m[êe]me endroit)\b",
    re.IGNORECASE,
)
_OF_MANY = re.compile(
    r"\b(?:f[ée]d[ée]rations?|r[ée]seau|network|rapport|report|brochure|fqcs|(?:coops|co-ops|(?:co-?)?op[ée]ratives"
    r"|cliniques|clinics))\b",
    re.IGNORECASE,
)
_OF = r"(?:de |d['’])"
_COUNTED = re.compile(
    rf"^(?P<head>.*?\bcombien\b(?:(?!\b(?:et|pis|puis)\b)[^?.!])*?)(?P<one>{_OF}\S+(?: \w+)?),? "
    rf"(?:et|pis|puis|ainsi que) (?:combien )?(?P<two>{_OF}\S+(?: \w+)?)(?P<rest>(?: .*)?)$",
    re.IGNORECASE,
)
# What is said of both starts with a small word: "… en 2021-2022", "… les coops ont au total".
_OF_BOTH = re.compile(
    r" (?:en|dans|[àa]|aux?|selon|d['’]apr[èe]s|pour|chez|y|ont|sont|avai\w+|a-t-\w+|ils?|elles?|on|l[ea]s?"
    r"|[çc]a|repr[ée]sent\w*|compt\w*|il y|qu['’e])(?: |$|['’])",
    re.IGNORECASE,
)


# "remets 40 pis c'est quoi le numéro": the search is changed first, then something is asked of what it finds.
_ORDER_FIRST = re.compile(
    r"^\W*(?:(?:ok|bon|non|ben|alors),? )*(?:(?:re)?me(?:ts|ttez|ttons)|[ée]largi\w*|agrandi\w*"
    r"|(?:re)?mont\w+|descend\w*|augment\w+|r[ée]dui\w+|enl[eè]v\w+|change\w*)\b[^?]{1,40}?"
    r"(?P<joint>,?\s+(?:pis|puis|et)\s+(?=(?:c['’]?\s?est|c quoi|donne|quel|combien|leur|son |le num"
    r"|l['’]adresse|dis)))",
    re.IGNORECASE,
)


def one_after_the_other(message: str, follows: bool = False) -> list[str]:
    """The questions of a message that follow each other; the message alone where it holds one, or too many.

    Where it `follows` others, it may first change what was looked for.
    """
    order = _ORDER_FIRST.match(message) if follows else None
    if order is not None:
        return [message[: order.start("joint")], message[order.end("joint") :]]
    if _ALL_AT_ONCE.search(message):
        return [message]
    parts = [p for p in _SECOND.split(message) if p.strip()]
    if len(parts) == 1 and not _OF_MANY.search(message):
        parts = [p for p in _OF_IT_TOO.split(message) if p.strip()]
    of_both = len(parts) == 2 and _AT_ANOTHER.match(parts[1]) and not _OF_COOPS.search(parts[0])
    of_both = bool(of_both) or (len(parts) == 2 and _THE_SAME_THEN.match(parts[1]) is not None)
    of_both = of_both or any(WHICH_ONE.fullmatch(key(part)) and _OF_COOPS.search(part) for part in parts[1:])
    return parts if len(parts) <= MOST and not of_both else [message]


# "combien de médecins à Thurso et combien à Aylmer ?": one thing asked of two co-ops
_AT_ANOTHER = re.compile(r"combien (?:à|a|au|aux) ", re.IGNORECASE)
_OF_COOPS = re.compile(r"\b(?:coops?|coop[ée]ratives?|cliniques?)\b", re.IGNORECASE)


_THE = r"(?:l[ea]s?|sa|son|ses|leurs?|the)"
_TWO_NOUNS = re.compile(
    rf"^(?P<head>.*?)\b(?P<one>{_THE} \w+) (?:et|pis|puis|ainsi que|and) (?P<two>{_THE} \w+)(?P<rest>\s?[^,;:]*)$",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(
    rf"^(?P<head>.*?)\b(?P<one>{_THE} \w+)(?P<of> (?:de|du|des) .+?) (?:et|pis|puis|ainsi que) (?:sa|son|ses|leurs?) "
    r"(?P<two>\w+)(?P<rest>\s?\??)$",
    re.IGNORECASE,
)


def named_apart(message: str) -> tuple[str, str] | None:
    """The two questions of "la mission et la vision de la FQCS ?"; None where it isn't one.

    >>> named_apart("la mission de la fédération pis sa vision ?")
    ('la mission de la fédération ?', 'la vision de la fédération ?')
    """
    own = _ITS_OWN.match(message.strip())
    if own is not None:
        return (
            f"{own['head']}{own['one']}{own['of']}{own['rest']}",
            f"{own['head']}la {own['two']}{own['of']}{own['rest']}",
        )
    two = _TWO_NOUNS.match(message.strip())
    if two is None:
        return None
    return f"{two['head']}{two['one']}{two['rest']}", f"{two['head']}{two['two']}{two['rest']}"


def counted_apart(message: str) -> tuple[str, str] | None:
    """The two countings of "combien de A et de B … ?", what is said of both told of each; None where it isn't one."""
    match = _COUNTED.match(message.strip())
    if match is None:
        return None
    head, one, two = match["head"], match["one"], match["two"]
    tail = f"{two}{match['rest']}"
    shared = _OF_BOTH.search(tail, len(two.split()[0]))
    both = tail[shared.start() :] if shared else ""
    return f"{head}{one}{both}", f"{head[: head.lower().rindex('combien')]}combien{_between(head)}{tail}"


# A word that asks, wherever it stands: "il pratique où", "c'était quelle date"; not the relative "qui".
_ASKS = re.compile(
    r"\b(?:combien|quel(?:le)?s?|lesquel(?:le)?s|où|quand|comment|pourquoi|qu['’]est|c['’]est qui"
    r"|c(?:['’]est|['’ ]?tait)? quoi|[àa] quoi|avec qui|de qui|pour qui|how|what|which|where|when)\b"
    r"|^\W*qui\b|\bou\W*$",
    re.IGNORECASE,
)
# "…, et c'était combien en 2014 ?": the same number, in both documents
_THE_SAME_THEN = re.compile(r"\W*(?:(?:c['’ ]?|[çc]a )?[ée]tait )?combien en 20\d\d\W*$", re.IGNORECASE)
_JOINT = re.compile(r",?\s+(?:et|pis|puis|and)\s+|,\s+", re.IGNORECASE)
_AND = re.compile(r"(?<!\w)(?:et|pis|puis|and)\s+$", re.IGNORECASE)  # before the last clause
_HEAD = re.compile(r"^(?P<head>[^:?]{6,}?)\s*:\s+(?P<rest>\S.*)$", re.DOTALL)


def clauses_apart(message: str) -> tuple[str, ...]:
    """The clauses of a question that each ask something; none where only one does.

    What stands before a colon is what all of them ask about.

    >>> clauses_apart("Qui a financé la brochure, et quand a-t-elle paru ?")
    ('Qui a financé la brochure', 'quand a-t-elle paru ?')
    >>> clauses_apart("la rencontre nationale : quelle date, et combien de monde ?")
    ('la rencontre nationale : quelle date', 'la rencontre nationale : combien de monde ?')
    """
    headed = _HEAD.match(message.strip())
    head, rest = (
        (headed["head"], headed["rest"]) if headed and not _ASKS.search(headed["head"]) else ("", message.strip())
    )
    clauses: list[str] = []
    start = 0
    for joint in _JOINT.finditer(rest):
        told, to_come = rest[start : joint.start()], rest[joint.end() :]
        following = _JOINT.split(to_come)[0]
        if _ASKS.search(told) and _ASKS.search(following) and not _THE_SAME_THEN.match(following):
            clauses.append(told)
            start = joint.end()
    clauses.append(rest[start:])
    if not 1 < len(clauses) <= MOST or not _AND.search(rest[: len(rest) - len(clauses[-1])]):
        return ()
    return tuple(f"{head} : {clause}" if head else clause for clause in clauses)


def _between(head: str) -> str:
    """What stands between "combien" and the thing counted: " la FQCS compte-t-elle "."""
    return head[head.lower().rindex("combien") + len("combien") :]
