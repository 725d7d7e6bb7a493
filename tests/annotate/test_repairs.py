"""Trees whose labels contradict each other are set right."""

from hypothesis import given
from hypothesis import strategies as st

from communique.annotate.repairs import conjuncts


def test_an_apposition_with_a_conjunction_is_a_conjunct_of_the_whole_name() -> None:
    """In "Secretary Lee and Minister Ott met", Ott is joined to Lee, not to the title before Lee."""
    heads, relations = [1, 5, 4, 4, 0, -1], ["nmod:desc", "nsubj", "cc", "nmod:desc", "appos", "root"]
    assert conjuncts(heads, relations) == ([1, 5, 4, 4, 1, -1], ["nmod:desc", "nsubj", "cc", "nmod:desc", "conj", "root"])


def test_a_conjunction_on_the_title_counts_for_the_name() -> None:
    """The conjunction may hang on "Minister", which only describes Ott."""
    heads, relations = [1, 5, 3, 4, 0, -1], ["nmod:desc", "nsubj", "cc", "nmod:desc", "appos", "root"]
    assert conjuncts(heads, relations) == ([1, 5, 3, 4, 1, -1], ["nmod:desc", "nsubj", "cc", "nmod:desc", "conj", "root"])


def test_an_apposition_without_a_conjunction_stays() -> None:
    """In "Lee, the minister, met", the minister is Lee."""
    heads, relations = [4, 2, 0, 2, -1], ["nsubj", "punct", "appos", "det", "root"]
    assert conjuncts(heads, relations) == (heads, relations)


@st.composite
def _trees(draw: st.DrawFn) -> tuple[list[int], list[str]]:
    """Trees whose words hang on earlier words, or on the root."""
    size = draw(st.integers(1, 8))
    heads = [-1, *(draw(st.integers(0, i - 1)) for i in range(1, size))]
    labels = st.sampled_from(["appos", "cc", "conj", "flat", "nmod:desc", "nsubj"])
    return heads, ["root", *(draw(labels) for _ in range(1, size))]


@given(_trees())
def test_what_is_set_right_is_still_a_tree(tree: tuple[list[int], list[str]]) -> None:
    """One root, and every word leads to it."""
    heads, _ = conjuncts(*tree)
    assert heads.count(-1) == 1
    for start in range(len(heads)):
        at, steps = start, 0
        while at >= 0:
            at, steps = heads[at], steps + 1
            assert steps <= len(heads)
