"""Scores of chains, against values worked out by hand."""

from evaluation.chains import conll

GOLD = [frozenset("abc"), frozenset("defg")]


def test_chains_that_are_the_gold_score_one() -> None:
    """The gold itself is right in every measure."""
    assert conll(GOLD, GOLD) == {"MUC": 1.0, "B3": 1.0, "CEAFe": 1.0, "CoNLL": 1.0}


def test_a_split_and_a_wrong_member_cost_what_the_definitions_say() -> None:
    """The example of Pradhan et al. 2014: key abc, defg; answer ab, cd, fghi."""
    found = conll(GOLD, [frozenset("ab"), frozenset("cd"), frozenset("fghi")])
    assert found == {"MUC": 0.4, "B3": 0.4545, "CEAFe": 0.52, "CoNLL": 0.4582}


def test_alignment_takes_the_best_pairs_not_the_first() -> None:
    """A chain that fits two is given to the one where the sum is greatest."""
    gold = [frozenset("ab"), frozenset("cd")]
    assert conll(gold, [frozenset("abc"), frozenset("d")])["CEAFe"] == round((0.8 + 2 / 3) / 2, 4)
