"""Issues that drafts lay down: one for each article, and one for articles of two drafts that ask for the same."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from textwrap import shorten

from communique.model.agreement import Agreement
from communique.model.issue import Issue
from communique.model.kinds import ProvisionKind, Wording
from communique.model.mention import Provision
from communique.reconcile.concepts import is_concept
from communique.reconcile.direction import is_against
from communique.reconcile.meaning import Meaning, meaning

LABEL = 60
"""Most characters of a label."""
_SAME = 0.72
"""How alike two provisions are that say the same of one thing; two articles of one draft on different things stay below it."""
_NUMBERED = re.compile(r"#art_(\d+)")
_BINDING = frozenset({ProvisionKind.PROHIBITION, ProvisionKind.OBLIGATION})
_OPENING = re.compile(r"^(?:(?:any|the|a|an|its|their|further)\s+)+", re.IGNORECASE)
_TELLING = 3
"""Words from which on an object tells by itself what is at stake ("NATO's eastward expansion")."""

Groups = dict[str, list[Provision]]


def laid_down(agreements: Iterable[Agreement]) -> list[Issue]:
    """Give one issue for each thing that provisions lay down, in order of the agreements' ids."""
    ordered = sorted(agreements, key=lambda a: a.id)
    held = [p for a in ordered for p in sorted(a.provisions, key=lambda p: p.id) if p.kind in _BINDING]
    groups: Groups = {}
    for provision in sorted(held, key=lambda p: p.article is None):
        groups.setdefault(provision.article or _nearest(provision, groups) or provision.id, []).append(provision)
    drafts = {p.id: p.article.partition("#")[0] if p.article else a.id for a in ordered for p in a.provisions}
    return _told_apart([_issue(group) for group in _met(groups, drafts)])


def label(words: str) -> str:
    """Give words as a label: short, with a capital, without a full stop."""
    short = shorten(words, LABEL, placeholder=" …")
    return (short[:1].upper() + short[1:]).rstrip(" .,;:")


def _nearest(provision: Provision, groups: Mapping[str, Sequence[Provision]]) -> str | None:
    """Give the group that says the same as a provision of which no article is known."""
    words = meaning(_text(provision))
    near = [(max(words.alike(meaning(_text(p))) for p in group), key) for key, group in groups.items()]
    likeness, key = max(near, default=(0.0, ""))
    return key if likeness >= _SAME else None


def _met(groups: Groups, drafts: Mapping[str, str]) -> list[list[Provision]]:
    """Join groups of different drafts that speak of the same things in the same direction; articles of one draft stay apart."""
    found: list[tuple[frozenset[str], set[str], list[Provision]]] = []
    for group in groups.values():
        about, own = _about(group), {drafts[p.id] for p in group}
        same = next((f for f in found if about and f[0] == about and not own & f[1]), None)
        if same is None:
            found.append((about, own, list(group)))
        else:
            same[1].update(own)
            same[2].extend(group)
    return [group for _, _, group in found]


def _about(group: Sequence[Provision]) -> frozenset[str]:
    """Give the concepts of the provision that holds most of them, each with its direction."""
    return max((_directed(_text(p)) for p in group), key=lambda d: (len(d), sorted(d)))


def _directed(text: str) -> frozenset[str]:
    matters = [t for t in meaning(text).topics if is_concept(t) or t.isdigit()]
    return frozenset(f"{'-' if is_against(text, frozenset({t})) else '+'}{t}" for t in matters)


def _told_apart(issues: Sequence[Issue]) -> list[Issue]:
    """Give issues whose labels differ: where two are the same, the proposition is added."""
    count = Counter(i.label for i in issues)
    return [i if count[i.label] == 1 else replace(i, label=label(f"{i.label}: {i.proposition}")) for i in issues]


def _text(provision: Provision) -> str:
    return " ".join(c.quote for c in provision.content)


def _issue(group: Sequence[Provision]) -> Issue:
    first = min(group, key=lambda p: (p.wording is not Wording.VERBATIM, len(_text(p)), p.id))
    words = " ".join(_text(first).split()).rstrip(" .")
    return Issue(
        id=f"iss-{min(p.id for p in group).removeprefix('pro-')}",
        label=_labelled(group, words),
        proposition=words,
        source="provision",
        provisions=tuple(sorted(p.id for p in group)),
        terms=meaning(_text(first)).content[:8],
        cites=tuple(sorted(c for p in group for c in p.content)),
    )


def _labelled(group: Sequence[Provision], words: str) -> str:
    """Give what the provisions are about, in the shortest of their own words, with the articles' numbers; a limit is called so."""
    numbers = _numbers(group)
    articles = f" ({'Article' if len(numbers) == 1 else 'Articles'} {', '.join(numbers)})" if numbers else ""
    things = [(p, thing) for p in group for thing in (p.object or "").split("; ") if _is_telling(meaning(thing))]
    best = min(things, key=lambda t: (len(t[1].split()) < _TELLING, len(t[1]), t[1], t[0].id), default=None)
    told = words if best is None else _limit(best[0], best[1]) + _OPENING.sub("", best[1])
    short = shorten(told, LABEL - len(articles), placeholder=" …").rstrip(" .,;:")
    return short[:1].upper() + short[1:] + articles


def _limit(provision: Provision, thing: str) -> str:
    """Give "limits on " where the part of a provision that speaks of a thing works against it."""
    spoken = meaning(_text(provision)).topics & meaning(thing).topics
    return "limits on " if spoken and is_against(_text(provision), spoken) else ""


def _is_telling(thing: Meaning) -> bool:
    return any(is_concept(t) for t in thing.topics)


def _numbers(group: Sequence[Provision]) -> list[str]:
    """Give the numbers of the articles that provisions are; where no article is known, those that reports print."""
    known = {m[1] for p in group if p.article and (m := _NUMBERED.search(p.article))}
    printed = {p.number for p in group if p.number and p.number[:1].isdigit()}
    return sorted(known or printed, key=lambda n: (int(n) if n.isdigit() else 0, n))
