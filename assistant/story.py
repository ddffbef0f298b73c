"""What of a message asks for something: a story round the question, and verbs that ask for nothing, claim no answer.

"Je fais un reportage sur les cliniques achalandées : lesquelles gèrent au moins dix mille dossiers ?" asks only the
last clause; "roulent" of "quelles coops roulent avec deux médecins" is a verb of any subject.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from assistant.phrases import Message
from index.french_words import is_french
from ingest.french import key, words

_CLAUSE_END = re.compile(r"[.!?:;…]+(?=\s|$)")
ASKS = re.compile(
    r"(?<!\S)(?:quel\w*|lesquel\w*|laquelle|lequel|combien|cmb|qui|ou (?:est|sont|puis|peut|aller|trouver)|est ce qu\w*"
    r"|y a t il|y a tu|quoi|comment|pourquoi|quand|which|what|how|who|where|is there|are there|liste[rz]|nomm\w*"
    r"|enumer\w*|donne[rzs]?|montr(?!eal)\w*|dress\w*"
    r"|(?:pouvez|pourriez|peux|pourrais) (?:vous|tu) (?:bien )?(?:(?:me|m|nous) )?(?:dire|indiquer|donner|trouver"
    r"|nommer|suggerer|orienter|diriger|preciser))(?!\S)"
)
# Whoever says so in a story says what to look for.
_SEEKS = re.compile(
    r"(?<!\S)(?:(?:re)?cherch\w*|besoin|voudr\w*|veux|veut|voulons|aimer\w*|faut|trouver|interess\w*|souhait\w*|desir\w*"
    r"|(?:me|nous|lui|leur) prend\w*|doi\w+ (?:passer|voir|consulter|recevoir|subir|rencontrer|(?:se|me|faire) faire)"
    r"|reven\w*|revien\w*|retour\w*|parl\w*"
    r"|looking|need|want\w*)(?!\S)"
)
# A story is told of oneself, or says what the question is for; "l'ergothérapeute : à quelle adresse ?" is none.
_OF_ONESELF = re.compile(
    r"(?<!\S)(?:je|j(?! [b-xz](?!\S))|on|nous|mon|ma|mes|notre(?! dame)|nos|moi|i|my|we|our)(?!\S)|^(?:pour|for) "
)
# "Je ne suis pas membre : puis-je y aller ?": said of oneself, it is what the question turns on.
_TURNS_ON = re.compile(
    r"(?<!\S)(?:suis|sommes|est|es|sont|serais) (?:pas|pu|plus|meme pas|pas encore) (?:un |une |encore )?membres?(?!\S)"
    r"|(?<!\S)(?:non membres?|not a member|sans (?:etre|carte de) membre)(?!\S)"
)
# "Elle a un sceau de qualité. Lequel ?", "… un seul local. Elle en a combien ?": only words that ask and point, so that
# what is asked about is in the sentence before.
WHICH_ONE = re.compile(
    r"(?=.*(?<!\S)(?:(?:le|la|les)?quel(?:le)?s?|quoi|qui|combien|pourquoi|comment|ou(?= est| c est|$)|quand|which one"
    r"|how (?:many|much)|why|raison|vrai|exact)(?!\S))"
    r"(?:(?:et|pis|mais|alors|donc|ben|ok|c|ce|ca|cela|y|en|est|etait|sont|serait|(?:le|la|les)?quel(?:le)?s?|quoi|qui"
    r"|combien|pourquoi|comment|ou|quand|avec|de|d|il|elle|ils|elles|t|tu|a|ont|fait|font|donne|reste|compte|se"
    r"|(?:(?<=quelles )|(?<=quelle )|(?<=ces ))(?:coops?|cooperatives?|cliniques?)(?: de sante)?"
    r"|s appelle(?:nt)?|se nomme(?:nt)?|s agit|au juste|exactement|en tout|au total|deja|stp|svp|vrai|exact|raison"
    r"|est ce (?:que|qu|qui)|which one|how (?:many|much)|why|is|are|does|do|it|they|that|have|there)(?: |$))+"
)
# What one does oneself opens the sentence and is asked of no co-op: the rest of it says what is asked about.
_WHAT_I_DO = re.compile(
    r"(?:(?:bonjour|bonsoir|allo|salut|bon|ben|moi|nous)(?: |$))*"
    r"(?:(?:je|j|on|nous|i|we)(?: (?:me|m|se|s|nous|suis|sommes|est|am|are|en train d|en train de))*) \w+(?!\S)"
)
# The ends of a form, and of the infinitive that it may come from.
_FORMS = (
    (
        "er",
        r"e|es|ons|ez|ent|ai|as|a|ais|ait|ions|iez|aient|er|era|erai|erez|erons|eront|erais|erait|eraient|ee?s?",
    ),
    (
        "ir",
        r"i|is|it|ie|ies|ir|issons|issez|issent|issait|issaient|ira|iront|irait|ons|ez|ent|ait|aient|t|s",
    ),
    ("re", r"s|t|d|ds|ons|ez|ent|ait|aient|u|ue|us|ues|re|ra|ront|rait"),
    ("oir", r"oir|oit|oient|u|ue|us|ues|ait|aient"),
)
_ANY_FORM = tuple((end, re.compile(rf"(.{{2,}}?)(?:{forms})")) for end, forms in _FORMS)
_AUXILIARIES = frozenset("aurais aurait auraient aurions serais serait seraient eut eusse fut furent".split())
NOUN_FOLLOWS = frozenset("de du des d la le les l un une avec sans ce cet cette ces mon ma mes votre leur".split())


def told_only(message: Message) -> frozenset[int]:
    """The words of the clauses that only tell a story, where another clause asks; none where nothing asks.

    >>> from ingest.french import words
    >>> text = "Mon chum est omnipraticien. Quelles coops recrutent ?"
    >>> sorted(told_only(Message(text, words(text))))
    [0, 1, 2, 3]
    """
    clauses, marked, first = [], [], 0
    ends = [(m.start(), "?" in m.group()) for m in _CLAUSE_END.finditer(message.text)]
    for end, mark in [*ends, (len(message.text), False)]:
        last = sum(1 for word in message.words if word.start < end)
        if last > first:
            clauses.append((first, last))
            marked.append(mark)
            first = last
    said = [" ".join(w.folded for w in message.words[a:b]) for a, b in clauses]
    asking = [bool(ASKS.search(text)) for text in said]
    if not any(asking) and any(marked):  # "Et la plus petite ? Je fais un reportage": told behind the question
        asking = [index <= marked.index(True) or mark for index, mark in enumerate(marked)]
    if not any(asking):
        return frozenset()
    told: set[int] = set()
    for (a, b), text, asks, behind in zip(clauses, said, asking, (*said[1:], ""), strict=True):
        if asks or _SEEKS.search(text) or _TURNS_ON.search(text) or not _OF_ONESELF.search(text):
            continue
        if not WHICH_ONE.fullmatch(behind):
            told.update(range(a, b))
        elif doing := _WHAT_I_DO.match(text):  # "Je magasine une clinique à Magog : quelles coops y a-t-il ?"
            told.update(range(a, a + len(doing.group().split())))
    return frozenset(told)


def turns_on_it(text: str) -> bool:
    """Whether a part of a message says of oneself what the question turns on: that one is no member.

    >>> turns_on_it("Moi, je suis pas membre.")
    True
    """
    return _TURNS_ON.search(key(text)) is not None


def without_story(text: str) -> str:
    """The words of the clauses that ask, folded."""
    message = Message(text, words(text))
    told = told_only(message)
    return " ".join(word.folded for index, word in enumerate(message.words) if index not in told)


def asks_nothing(message: Message, index: int, verb: bool = False) -> bool:
    """Whether a word is a form of a verb, not a noun of the same letters, and not one of `telling_verbs.txt`.

    `verb` where its place in the message makes it one, whatever its letters.
    """
    word = message.words[index].folded
    if word in _AUXILIARIES:
        return True
    if _telling().match(word) or not (verb or _is_verb(word)):
        return False
    before = message.words[index - 1].folded if index else ""
    infinitive = word.endswith(("er", "ir", "re", "oir")) and before in ("de", "d", "a", "pour", "en", "sans")
    return infinitive or before not in NOUN_FOLLOWS


@cache
def _is_verb(word: str) -> bool:
    """Whether a word is a form of a French verb: its infinitive is a word, and so is another form of it."""
    for end, form in _ANY_FORM:
        match = form.fullmatch(word)
        root = match.group(1) if match else ""
        if root and is_french(root + end) and any(is_french(root + other) for other in _OTHERS[end]):
            return True
    return False


_OTHERS = {
    "er": ("ait", "ant", "aient", "eait", "eant"),  # "engageait"
    "ir": ("issait", "issant", "ait", "ant"),
    "re": ("ait", "ant"),
    "oir": ("ait", "ant", "ut"),
}


@cache
def _telling() -> re.Pattern[str]:
    text = files("assistant").joinpath("lexicon").joinpath("telling_verbs.txt").read_text(encoding="utf-8")
    roots = [root for line in text.splitlines() if not line.startswith("#") for root in line.split()]
    return re.compile(rf"(?:{'|'.join(sorted(roots, key=len, reverse=True))})")
