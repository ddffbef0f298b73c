from __future__ import annotations

import json
import math
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.case import Case, Expectation, Expected, Turn
from eval.retrieval import command
from eval.retrieval.labels import PROSE, TABLE, Labelled, label, place
from eval.retrieval.measures import means, measure
from eval.retrieval.report import BEGIN, END, section, verdict, write
from eval.retrieval.settings import CHOSEN, GRID, MEANING, WORDS, Legs, Setting, listen
from eval.retrieval.significance import chance, difference
from eval.retrieval.study import Study, study
from index.evidence import Evidence
from index.search import LEGS, Place
from index.store import build_index, open_index
from ingest.document import Span
from ingest.entry import Entry
from ingest.library import Library
from ingest.passage import Kind, Passage
from tests import factories
from tests.factories import a_corpus, a_document, a_library, a_passage, an_entry
from tests.fakes import FakeEmbedder

THURSO = an_entry("Coop de Thurso", 1, services="Physiothérapie, prise de sang")
AYLMER = an_entry("Coop d'Aylmer", 2, services="Médecine familiale, prise de sang")
ELECTED = a_passage("Le conseil est élu par les 24 membres.", name="a.txt")
AGAIN = a_passage("On l'a dit : le conseil est élu par les 24 membres, chaque année.", name="b.txt")
OTHER = a_passage("Les 24 membres se réunissent.", name="c.txt")
LIBRARY = a_library(THURSO, AYLMER, ELECTED, AGAIN, OTHER)


def proof(words: str, source: Entry | Passage) -> Span:
    return factories.place(words, source.span.document)


def a_case(*proofs: Span, turns: int = 1, name: str = "c-1", **expect: object) -> Case:
    turn = Turn("Une question ?", Expectation(**expect))  # type: ignore[arg-type]
    return Case(name, "essai", "dev", (turn,) * turns, proofs)


# -- labels ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "group", "sources"),
    [
        (a_case(proof("se réunissent", OTHER)), PROSE, [OTHER]),
        (a_case(proof("conseil est élu par", ELECTED)), PROSE, [ELECTED, AGAIN]),  # the same words elsewhere
        (a_case(proof("24 membres", ELECTED)), PROSE, [ELECTED]),  # too few words to mean the same elsewhere
        (a_case(proof("prise de sang", THURSO)), TABLE, [THURSO]),  # another co-op's cell proves nothing of this one
        (a_case(proof("élu", ELECTED), proof("Médecine", AYLMER)), PROSE, [ELECTED]),
        # the co-ops wanted, of which the proof may show one, or one that they are compared to
        (a_case(proof("prise", THURSO), cooperatives=Expected(exactly=(1, 2))), TABLE, [THURSO, AYLMER]),
        (a_case(proof("prise", THURSO), cooperatives=Expected(first=2)), TABLE, [AYLMER]),
        (a_case(proof("élu", ELECTED), cooperatives=Expected(at_least=(2,))), TABLE, [AYLMER]),
        (a_case(proof("prise", THURSO), cooperatives=Expected(none_of=(2,))), TABLE, [THURSO]),
    ],
)
def test_the_proof_says_which_sources_answer(case: Case, group: str, sources: list[Entry | Passage]) -> None:
    [labelled] = label([case], LIBRARY)
    assert (labelled.group, labelled.relevant) == (group, frozenset(map(place, sources)))


@pytest.mark.parametrize(
    "case",
    [
        a_case(proof("élu", ELECTED), turns=2),
        a_case(proof("élu", ELECTED), abstained=True),
        a_case(proof("élu", ELECTED), clarifying=True),
        a_case(social=True),
        a_case(Span(a_document("Un titre de nulle part", "d.txt"), 0, 8)),
    ],
)
def test_where_nothing_is_to_be_found_nothing_is_labelled(case: Case) -> None:
    assert label([case], LIBRARY) == ()


def test_the_title_of_a_table_answers_nothing_by_itself() -> None:
    document = a_document("Un paragraphe.\n\nTABLEAU DES COOPS\n\n| Coop de Thurso |", "t.txt")
    spans = {words: factories.place(words, document) for words in ("Un paragraphe.", "TABLEAU DES COOPS", "| Coop")}
    passages = [Passage(spans[words], Kind.NOTE, (), (spans[words],), 0) for words in list(spans)[:2]]
    library = a_library(*passages, an_entry(span=spans["| Coop"]))
    assert label([a_case(factories.place("TABLEAU", document))], library) == ()
    assert len(label([a_case(factories.place("paragraphe", document))], library)) == 1


# -- measures ----------------------------------------------------------------------------------------------------------


def a_place(rank: int) -> Place:
    return ("x.txt", rank, rank + 1)


def asks(name: str, *relevant: int) -> Labelled:
    return Labelled(name, name, PROSE, frozenset(map(a_place, relevant)))


def test_the_measures_are_those_computed_by_hand() -> None:
    questions = [asks("two right", 1, 3), asks("second", 2), asks("nothing found", 1), asks("all wrong", 9)]
    rankings = [[a_place(1), a_place(2), a_place(3)], [a_place(1), a_place(2)], [], [a_place(1)]]
    values = measure(questions, rankings)
    ideal = 1 + 1 / math.log2(3)
    assert values["recall@1"] == (0.5, 0, 0, 0)
    assert values["recall@5"] == values["recall@10"] == (1, 1, 0, 0)
    assert values["MRR"] == (1, 0.5, 0, 0)
    assert values["nDCG@10"] == pytest.approx(((1 + 1 / math.log2(4)) / ideal, 1 / math.log2(3), 0, 0))
    assert means(values)["MRR"] == pytest.approx(0.375)


@pytest.mark.parametrize("rank", [1, 2, 5, 6, 10, 11, 50])
def test_a_rank_is_never_lost(rank: int) -> None:
    values = measure([asks("q", rank)], [[a_place(other) for other in range(1, 61)]])
    assert values["MRR"] == pytest.approx((1 / rank,))
    assert [values[f"recall@{k}"][0] for k in (1, 5, 10)] == [float(rank <= k) for k in (1, 5, 10)]


# -- settings ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in ("COOPSANTE_CHROMA", "COOPSANTE_MODEL", "COOPSANTE_THREADS"):
        monkeypatch.delenv(setting, raising=False)
    monkeypatch.setenv("COOPSANTE_CACHE", str(tmp_path / "cache"))


@pytest.mark.usefixtures("own_cache")
def test_a_setting_ranks_as_the_index_does(tmp_path: Path) -> None:
    def read(_: Path) -> Library:
        return LIBRARY

    (tmp_path / "documents.toml").write_text("", encoding="utf-8")
    build_index(tmp_path, tmp_path / "index", FakeEmbedder(), progress=False, read=read)
    index = open_index(tmp_path, tmp_path / "index", FakeEmbedder, read=read)
    for ask in ("prise de sang", "qui élit le conseil ?", "24 membres à Thurso", "rien"):
        question = Labelled("q", ask, PROSE, frozenset())
        legs = listen(index, [question])[question]
        assert CHOSEN.rank(legs) == tuple(place(found.source) for found in index.search(ask, 100))
        assert WORDS.rank(legs) == legs["lexical"]
        assert MEANING.rank(legs) == legs["dense"]


def test_each_search_is_asked_alone_and_once() -> None:
    class Listener:
        def __init__(self) -> None:
            self.asked: list[tuple[str, tuple[str, ...]]] = []

        def search(self, text: str, limit: int, legs: Collection[str]) -> Sequence[Evidence]:
            self.asked.append((text, tuple(legs)))
            return [Evidence(OTHER, OTHER.sentences[0], 1.0, "lexical")] if "lexical" in legs else []

    fake, question = Listener(), asks("où ?")
    assert listen(fake, [question]) == {question: {"lexical": (place(OTHER),), "dense": ()}}
    assert fake.asked == [("où ?", (leg,)) for leg in LEGS]


def test_the_chosen_setting_is_one_of_the_grid() -> None:
    assert CHOSEN in GRID
    assert len({setting.name for setting in (WORDS, MEANING, *GRID)}) == len(GRID) + 2


def test_a_small_damping_favours_what_one_search_ranks_first() -> None:
    once, twice = a_place(1), a_place(2)
    others = [a_place(rank) for rank in range(10, 17)]
    legs: Legs = {"lexical": (once, others[0], twice), "dense": (others[1], others[2], twice, *others[3:], once)}
    assert [Setting(1.0, 1.0, damping).rank(legs)[0] for damping in (0, 60)] == [once, twice]


# -- the comparison ----------------------------------------------------------------------------------------------------

QUESTIONS = tuple(asks(f"q{rank}", rank) for rank in range(1, 41))
RIGHT: dict[Labelled, Legs] = {
    one: {"lexical": (*one.relevant, a_place(99)), "dense": (a_place(97), a_place(98))} for one in QUESTIONS
}
SAME: dict[Labelled, Legs] = {one: {"lexical": tuple(one.relevant), "dense": tuple(one.relevant)} for one in QUESTIONS}


def test_a_setting_that_is_always_better_is_told_from_chance() -> None:
    found = study(QUESTIONS, RIGHT, {})
    assert means(found.settings[found.best_other])["recall@1"] == 1
    assert means(found.settings[MEANING])["recall@10"] == 0
    assert found.by_chance < 0.001
    assert "more than chance" in verdict(found) and "no more" not in verdict(found)


def test_equal_settings_are_not() -> None:
    found = study(QUESTIONS, SAME, {})
    assert found.by_chance == 1
    assert "no more than chance" in verdict(found)


def test_the_chosen_setting_is_compared_to_another_even_where_it_is_the_best() -> None:
    found = Study(QUESTIONS[:2], {CHOSEN: {"nDCG@10": (1.0, 1.0)}, WORDS: {"nDCG@10": (0.0, 0.5)}}, {})
    assert found.best_other == WORDS
    assert found.gain(found.settings[WORDS]).mean == pytest.approx(-0.75)


def test_questions_of_the_same_sources_are_kin() -> None:
    family = tuple(asks(f"q{rank}", 1) for rank in range(12))
    found = Study(family, {CHOSEN: {"nDCG@10": (0.0,) * 12}, WORDS: {"nDCG@10": (0.0, 1.0) * 6}}, {})
    gain = found.gain(found.settings[WORDS])
    assert gain.low == gain.mean == gain.high == 0.5
    assert found.by_chance == pytest.approx(0.5, abs=0.02)


def test_kin_are_one_witness() -> None:
    ours, theirs = [0.0] * 12, [1.0] * 12
    assert chance(ours, [theirs], 0, range(12)) < 0.01
    assert chance(ours, [theirs], 0, [rank // 6 for rank in range(12)]) == pytest.approx(0.25, abs=0.02)
    assert chance(ours, [theirs], 0, ["one family"] * 12) == pytest.approx(0.5, abs=0.02)


def test_the_more_settings_are_tried_the_more_chance_there_is() -> None:
    ours = [0.0] * 16
    others = [[float((rank >> bit) & 1) - 0.4 for rank in range(16)] for bit in range(4)]
    others.append([0.3] * 9 + [-0.2] * 7)
    assert chance(ours, others, 4, range(16)) > 2 * chance(ours, others[4:], 0, range(16))


def test_a_small_sure_gain_is_seen_beside_settings_that_differ_wildly() -> None:
    ours, sure, wild = [0.0] * 16, [0.01] * 16, [1.0, -1.0] * 8
    assert chance(ours, [sure, wild], 0, range(16)) < 0.001


def test_kin_weigh_by_their_questions() -> None:
    even = difference([0.0] * 4, [1.0] * 4, [1, 2, 2, 2])
    assert even.low == even.mean == even.high == 1


def test_the_interval_is_around_the_mean_difference_and_wider_for_kin() -> None:
    ours, theirs = [0.0] * 10, [1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, -1.0, -1.0]
    alone = difference(ours, theirs, range(10))
    kin = difference(ours, theirs, [rank // 2 for rank in range(10)])
    assert alone.mean == kin.mean == pytest.approx(0.2)
    assert kin.low < alone.low < 0.2 < alone.high < kin.high
    assert alone == difference(ours, theirs, range(10))


# -- the report --------------------------------------------------------------------------------------------------------


def test_every_line_of_a_table_has_the_cells_of_its_head() -> None:
    lines = list(section(PROSE, study(QUESTIONS, RIGHT, {"autre/model": SAME})))
    tables: list[list[int]] = [[]]
    for line in lines:
        if line.startswith("|"):
            tables[-1].append(line.count("|"))
        elif tables[-1]:
            tables.append([])
    sizes = [table for table in tables if table]
    assert len(sizes) == 2
    assert all(len(set(table)) == 1 for table in sizes)
    assert any(line.startswith("| autre/model: meaning alone | 1.000 |") for line in lines)
    assert "40 questions, 40 kin" in lines[0]


def test_the_report_replaces_the_last_one_and_keeps_what_is_around(tmp_path: Path) -> None:
    path = tmp_path / "RETRIEVAL.md"
    path.write_text(f"avant\n{BEGIN}\nvieux\n{END}\naprès\n", encoding="utf-8")
    write(["neuf"], path)
    write(["neuf"], path)
    assert path.read_text(encoding="utf-8") == f"avant\n{BEGIN}\nneuf\n{END}\naprès\n"


# -- the command -------------------------------------------------------------------------------------------------------


@pytest.fixture
def sweep_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_cache: None) -> list[str]:
    """Arguments of the command on a corpus of its own, a few cases a split, and an embedder that loads nothing."""
    monkeypatch.setattr("index.embedding.SentenceTransformerEmbedder", FakeEmbedder)
    corpus = a_corpus(
        tmp_path / "corpus",
        argent="# Argent\n\nChaque membre achète une part sociale. Elle est remboursable.\n",
        conseil="# Conseil\n\nLe conseil est élu par les membres.\n",
    )
    cases = tmp_path / "cases"
    cases.mkdir()
    monkeypatch.setattr(command, "CASES", cases)
    proofs = {"conseil": "Le conseil est élu", "argent": "une part"}
    for split, asked in {"dev": ["conseil"], "test": ["argent", "conseil"]}.items():
        rows = [
            {
                "id": document,
                "class": "x",
                "turns": [{"ask": f"Le secret ({document}) ?", "expect": {"facts": ["x"]}}],
                "proof": [{"document": f"{document}.txt", "quote": proofs[document]}],
            }
            for document in asked
        ]
        (cases / f"{split}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return [f"--corpus={corpus}", f"--index={tmp_path / 'index'}", f"--out={tmp_path / 'R.md'}"]


def test_the_command_measures_both_splits_and_never_shows_a_test_question(
    sweep_here: list[str], tmp_path: Path
) -> None:
    build_index(tmp_path / "corpus", tmp_path / "index", FakeEmbedder(), progress=False)
    model = tmp_path / "petit" / "model"
    model.mkdir(parents=True)
    done = CliRunner().invoke(command.sweep, [*sweep_here, f"--model={model}"])
    report = (tmp_path / "R.md").read_text(encoding="utf-8")
    assert done.exit_code == 0, done.output
    assert "### Prose: 1 questions, 1 kin" in report
    assert "| petit/model: meaning alone |" in report
    assert "| prose: 2 questions, 2 kin | 1.000 |" in report.partition("### Test split")[2]
    assert "secret" not in report + done.output


def test_without_an_index_the_command_says_what_to_do(sweep_here: list[str]) -> None:
    done = CliRunner().invoke(command.sweep, sweep_here)
    assert done.exit_code == 1
    assert "coopsante ingest" in done.output
