"""Names that the network cut apart or took for persons are set right by the tree."""

import pytest
from tests.support import parse_of

from communique import reference
from communique.annotate.borders import whole_names
from communique.annotate.surnames import with_surnames

NAMED = """1\tGulzat\tGulzat\tPROPN\t_\t_\t3\tnsubj\t_\t_
2\tMarlenova\tMarlenova\tPROPN\t_\t_\t1\tflat\t_\t_
3\tspoke\tspeak\tVERB\t_\t_\t0\troot\t_\t_
4\tin\tin\tADP\t_\t_\t5\tcase\t_\t_
5\tQasran\tQasran\tPROPN\t_\t_\t3\tobl\t_\t_
"""
TRUSTED = """1\tTrust\ttrust\tNOUN\t_\t_\t4\tnsubj\t_\t_
2\tin\tin\tADP\t_\t_\t3\tcase\t_\t_
3\tOrrego\tOrrego\tPROPN\t_\t_\t1\tnmod\t_\t_
4\tfell\tfall\tVERB\t_\t_\t0\troot\t_\t_
"""
PAIR = """1\tA\ta\tDET\t_\t_\t6\tdet\t_\t_
2\tLarsen\tLarsen\tPROPN\t_\t_\t6\tcompound\t_\tSpaceAfter=No
3\t-\t-\tPUNCT\t_\t_\t2\tpunct\t_\tSpaceAfter=No
4\tHolm\tHolm\tPROPN\t_\t_\t2\tflat\t_\t_
5\tphone\tphone\tNOUN\t_\t_\t6\tcompound\t_\t_
6\t{noun}\t{noun}\tNOUN\t_\t_\t0\troot\t_\t_
7\tby\tby\tADP\t_\t_\t8\tcase\t_\t_
8\tEva\tEva\tPROPN\t_\t_\t6\tnmod\t_\t_
9\tLarsen\tLarsen\tPROPN\t_\t_\t8\tflat\t_\tSpaceAfter=No
10\t-\t-\tPUNCT\t_\t_\t8\tpunct\t_\tSpaceAfter=No
11\tHolm\tHolm\tPROPN\t_\t_\t8\tflat\t_\t_
"""
TO = """1\tAccession\taccession\tNOUN\t_\t_\t0\troot\t_\t_
2\tto\tto\tADP\t_\t_\t3\tcase\t_\t_
3\tLeague\tLeague\tPROPN\t_\t_\t1\tnmod\t_\t_
4\tto\tto\t{tag}\t_\t_\t5\tcase\t_\t_
5\tStates\tStates\tPROPN\t_\t_\t3\tnmod\t_\t_
"""


@pytest.mark.parametrize(
    ("conllu", "entities", "expected"),
    [
        (NAMED, ["PER Gulzat", "LOC Marlenova"], ["PER Gulzat Marlenova"]),
        (NAMED, ["PER Gulzat", "PER Marlenova"], ["PER Gulzat Marlenova"]),
        (NAMED, ["PER Qasran"], ["LOC Qasran"]),
        (TRUSTED, ["PER Orrego"], ["PER Orrego"]),
        (PAIR.format(noun="call"), ["PER Larsen-Holm"], ["PER Larsen", "PER Holm"]),
        (PAIR.format(noun="bill"), ["PER Larsen-Holm"], ["PER Larsen-Holm"]),
        (PAIR.format(noun="call"), ["PER Larsen-Holm", "PER Eva Larsen-Holm"], ["PER Larsen-Holm", "PER Eva Larsen-Holm"]),
        (TO.format(tag="ADP"), ["ORG League to States"], ["ORG League"]),
        (TO.format(tag="PART"), ["ORG League to States"], ["ORG League to States"]),
    ],
)
def test_whole_names_follow_the_tree(conllu: str, entities: list[str], expected: list[str]) -> None:
    """Flat parts are one name; nothing happens in a person; trust in a person says nothing."""
    parse = parse_of(conllu, entities=entities)
    assert [f"{e.label} {parse.report.text[e.start : e.end]}" for e in whole_names(parse)] == expected


def test_half_a_bracket_is_no_part_of_a_name() -> None:
    """Of a name with one bracket the longer side stays; a whole pair is left."""
    rows = ["Grand", "League", "(", "GL", ")", "Coast", "Council"]
    parse = parse_of(
        "\n".join(f"{i} {w} {w} {'PUNCT' if w in '()' else 'PROPN'} _ _ {0 if i == 1 else 1} flat" for i, w in enumerate(rows, 1)),
        entities=["ORG GL ) Coast Council"],
    )
    assert [parse.report.text[e.start : e.end] for e in whole_names(parse)] == ["Coast Council"]


def test_an_organisation_with_the_surname_of_a_full_name_is_that_person() -> None:
    """Where the report names Leonid Kuchma, "Kuchma" alone is no organisation."""
    conllu = """
    1 Leonid Leonid PROPN _ _ 3 nsubj
    2 Kuchma Kuchma PROPN _ _ 1 flat
    3 left leave VERB _ _ 0 root

    1 Kuchma Kuchma PROPN _ _ 2 nsubj
    2 returned return VERB _ _ 0 root
    """
    parse = parse_of(conllu, entities=["PER Leonid Kuchma", "ORG Kuchma #2"])
    assert [e.label for e in with_surnames(parse, reference.load())] == ["PER", "PER"]
    alone = parse_of(conllu, entities=["ORG Kuchma #2"])
    assert [e.label for e in with_surnames(alone, reference.load())] == ["ORG"]
