"""Measure actors across reports on NewsWCL50: `python -m evaluation.actors GOLD.conll [--events 1,3,5] [--show]`.

Each event's five reports are one dossier ("events given"). Which gold mentions are names was settled by their words alone, before any
answer was seen: a mention of an ACTOR, COUNTRY or GROUP chain whose core (its words up to the first comma, bracket, preposition or
relative word, without a closing possessive) ends in capitalised words that are no title, pronoun or article alone. ACTOR-I chains hold
all persons of one kind and are left out.

NewsWCL50's COUNTRY and GROUP chains are concepts, not referents: that of a state holds its ministers, agencies and houses of parliament
too. So two golds are scored. `as coded`: the chains as they are. `referents`: COUNTRY and GROUP chains parted by the name's last word,
where all names of the state itself (CLDR's names, ISO codes, its capital) are one. `persons`: ACTOR chains alone, which are referents.

An answer is a gold mention's actor: the one whose name's place shares the last word of the mention's name. A name that we did not find
is missed; what we name beside the gold's mentions is not scored, for NewsWCL50 codes only the chosen concepts of an event.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from babel import Locale
from babel.core import get_global

from communique import annotate, reference
from communique.extract.actors import named
from communique.model.actor import Actor, Named
from communique.model.ids import report_id
from communique.model.parse import Parse
from communique.model.report import Region, RegionKind, Report
from communique.model.span import Span
from communique.reconcile import actors_of
from evaluation.chains import conll
from evaluation.coreference import lea

_TYPES = ("ACTOR", "COUNTRY", "GROUP")
_STOP_WORDS = ", ( ) [ ] ; : -- — – of in on at for to from with by who whom whose which that when where as against about and or"
_STOPS = frozenset(_STOP_WORDS.split())
_TITLES = (
    "the a an his her their its our my your this that these those he she it they we i you who president prime minister director "
    "secretary general chairman chancellor ambassador officials leader mr mrs ms attorney special counsel queen king mayor party "
    "committee house group government administration"
)
_NO_NAMES = frozenset(_TITLES.split())
_GLUED = re.compile(r"^(?:[.,;:!?)\]%]|n't|'(?:s|re|ve|d|m|ll)?|’(?:s|re|ve|d|m|ll)?|”)$")
_OPEN = frozenset("([“$#")
_COMMON = {"USA": {"america", "us"}, "GBR": {"britain", "uk", "great britain"}, "PRK": {"north", "dprk"}, "KOR": {"south"}}
_CAPITALS = {"USA": "washington", "RUS": "moscow", "GBR": "london", "PRK": "pyongyang", "KOR": "seoul", "CHN": "beijing",
             "IRN": "tehran", "ISR": "jerusalem", "FRA": "paris", "DEU": "berlin", "MEX": "mexico city", "JPN": "tokyo"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A gold mention that is a name: its chain, the span of its name, and the name's words."""

    chain: str
    span: Span
    words: tuple[str, ...]


@dataclass(slots=True)
class Article:
    """One article: its tokens with where they stand in the text that is built from them, and its named mentions."""

    name: str
    text: str = ""
    tokens: list[tuple[str, Span]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def event(self) -> str:
        """The event's number."""
        return self.name.split("_")[0]

    def add(self, token: str) -> None:
        """Add a token behind the text."""
        joins = not self.text or self.text[-1] in _OPEN or _GLUED.match(token)
        start = len(self.text) + (0 if joins else 1)
        self.text += token if joins else f" {token}"
        self.tokens.append((token, Span(start, start + len(token))))


def articles(path: Path) -> list[Article]:
    """Give the articles of a CoNLL file, their texts rebuilt from the tokens."""
    found: list[Article] = []
    opened: dict[str, list[int]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#begin"):
            found.append(Article(line.split("/-/")[1].split(";")[0]))
        elif line and not line.startswith("#"):
            _, _, _, token, chains, *_ = [*line.split("\t"), "", ""]
            found[-1].add(token)
            for part in (p.strip() for p in chains.split("|")):
                _marked(found[-1], part, opened)
    return found


def _marked(article: Article, part: str, opened: dict[str, list[int]]) -> None:
    chain, last = part.strip("()"), len(article.tokens) - 1
    if part.startswith("("):
        opened[chain].append(last)
    if part.endswith(")") and chain.rsplit("_", 1)[-1] in (*_TYPES, "ACTOR-I"):
        first = opened[chain].pop()
        name = _name(article.tokens[first : last + 1])
        if name and chain.rsplit("_", 1)[-1] in _TYPES:
            article.marks.append(Mark(chain, Span(name[0][1].start, name[-1][1].end), tuple(t for t, _ in name)))


def _name(tokens: Sequence[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """Give the capitalised words that a mention's core ends with, none where they are no name."""
    core = list(tokens)
    while core and (core[0][0] in _STOPS or core[0][0] in {'"', "“", "'s"}):
        core.pop(0)
    stop = next((n for n, (word, _) in enumerate(core) if word.lower() in _STOPS), len(core))
    core = core[:stop]
    while core and core[-1][0] in {"'s", "’s", "'", "’", '"', "”"}:
        core.pop()
    kept: list[tuple[str, Span]] = []
    for token in reversed(core):
        if not (token[0][:1].isupper() or (kept and token[0] == "-")):
            break
        kept.insert(0, token)
    return kept if any(_word(w) not in _NO_NAMES and len(_word(w)) > 1 for w, _ in kept) and _word(kept[-1][0]) not in _NO_NAMES else []


def _word(word: str) -> str:
    return word.replace(".", "").casefold()


def referent(mark: Mark) -> str:
    """Give the gold referent of a named mention: its chain, parted by the name's last word where the chain is a concept."""
    *_, code, kind = mark.chain.split("_")
    if kind == "ACTOR":
        return mark.chain
    words = " ".join(_word(w) for w in mark.words)
    of_state = kind == "COUNTRY" and words.removeprefix("the ") in _names_of_state(code)
    return mark.chain if of_state else f"{mark.chain} {_word(mark.words[-1])}"


def _names_of_state(code: str) -> set[str]:
    """Give the names of the state with an ISO 3166 alpha-3 code, in lower case."""
    short = next(iter(get_global("territory_aliases").get(code, ())), "")
    name = Locale("en").territories.get(short, "").casefold()
    return _COMMON.get(code, set()) | {code.casefold(), short.casefold(), name, _CAPITALS.get(code, "")}


@dataclass(frozen=True, slots=True)
class Answers:
    """One event's gold marks by article, and the actor that we give each."""

    marks: list[tuple[str, Mark]]
    actors: list[Actor | None]

    def keys(self, which: str) -> list[tuple[int, str]]:
        """Give the number and the gold chain of each mark that a measure takes."""
        taken = [(n, m) for n, (_, m) in enumerate(self.marks) if which != "persons" or m.chain.endswith("_ACTOR")]
        return [(n, m.chain if which == "as coded" else referent(m)) for n, m in taken]


def read(found: Iterable[Article]) -> Iterator[tuple[Article, Parse]]:
    """Yield each article with its parse."""
    reports = {}
    for article in found:
        digest = sha256(article.text.encode()).hexdigest()
        region = Region(Span(0, len(article.text)), RegionKind.BODY)
        reports[article.name] = Report(report_id(digest, article.name), article.name, article.text, digest, (region,))
    held = {a.name: a for a in found}
    for parse in annotate.parses(iter(reports.values())):
        yield held[parse.report.file], parse


def answers(event: Sequence[tuple[Article, Parse]]) -> Answers:
    """Give the actors of one event's articles, read as one dossier, for its gold marks."""
    tables = reference.load()
    mentions = {parse.report.id: list(named(parse, tables)) for _, parse in event}
    cast = actors_of(mentions, tables)
    by_id = {a.id: a for a in cast.actors}
    marks, actors = [], []
    for article, parse in event:
        for mark in article.marks:
            one = _answer(mark, mentions[parse.report.id])
            marks.append((article.name, mark))
            actors.append(by_id[cast.ids[one.id]] if one else None)
    return Answers(marks, actors)


def _answer(mark: Mark, mentions: Iterable[Named]) -> Named | None:
    """Give the actor whose name's place holds the last character of the mark's name, the longest place first."""
    found = [(len(c.span), n.id, n) for n in mentions for c in n.cites if c.start < mark.span.end <= c.end]
    return max(found, key=lambda f: f[:2])[2] if found else None


def scores(events: Sequence[Answers], which: str) -> dict[str, float]:
    """Give CoNLL's three scores, their mean and LEA over all events."""
    gold: dict[str, set[tuple[int, int]]] = defaultdict(set)
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for e, event in enumerate(events):
        for n, chain in event.keys(which):
            gold[f"{e} {chain}"].add((e, n))
            if actor := event.actors[n]:
                found[f"{e} {actor.id}"].add((e, n))
    keys, mine = [frozenset(c) for c in gold.values()], [frozenset(c) for c in found.values()]
    shares = lea([([sorted(c) for c in keys], [sorted(c) for c in mine])])
    return {"marks": sum(map(len, keys)), "found": sum(map(len, mine))} | conll(keys, mine) | {"LEA": shares["f"]}


def show(event: Answers) -> None:
    """Print, for each gold referent, the actors that its names were given to."""
    rows: dict[str, list[str]] = defaultdict(list)
    for n, chain in event.keys("referents"):
        actor = event.actors[n]
        rows[chain].append(f"{event.marks[n][0]}:{' '.join(event.marks[n][1].words)} -> {actor.name if actor else '-'}")
    for chain, told in sorted(rows.items()):
        print(chain, *(f"   {told.count(t)} {t}" for t in sorted(set(told))), sep="\n")


def main() -> None:
    """Read the command line and the gold, print the figures; the last line is JSON."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("--events", help="only these, as 1,3,5")
    options.add_argument("--show", action="store_true", help="print whom each name was given to")
    given = options.parse_args()
    wanted = [a for a in articles(given.gold) if not given.events or a.event in given.events.split(",")]
    by_event: dict[str, list[tuple[Article, Parse]]] = defaultdict(list)
    for article, parse in read(wanted):
        by_event[article.event].append((article, parse))
    found = [answers(pairs) for _, pairs in sorted(by_event.items())]
    if given.show:
        for event in found:
            show(event)
    figures = {which: scores(found, which) for which in ("persons", "referents", "as coded")}
    for which, values in figures.items():
        print(f"{which:10}", *(f"{name} {value}" for name, value in values.items()))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
