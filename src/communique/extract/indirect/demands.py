"""Acts of speech with a verb for what is to be done: demands, promises, proposals."""

from communique.extract.indirect.acts import acts
from communique.extract.indirect.performing import Act, Words, going_on, infinitive, preposition
from communique.extract.indirect.stretches import stretch
from communique.extract.passages import COMMAS
from communique.extract.saying import lemmas

_ADDRESSED = frozenset({"on", "upon", "to", "with"})


def directive(act: Act) -> Words | None:
    """Give what someone is asked to do: `urged X to leave`, `called on X to leave`, `X was told to leave`."""
    if act.lemma not in acts().directives:
        return None
    parse = act.parse
    asked = act.objects or [c for c in act.behind("obl") if preposition(parse, c, _ADDRESSED) is not None]
    done = [c for c in act.behind("xcomp", "advcl", "ccomp") if infinitive(parse, c)]
    done = done or [c for a in asked for c in parse.children(a, "acl") if infinitive(parse, c)]
    if not asked or not done:
        return None
    cases = [p for a in asked if (p := preposition(parse, a, _ADDRESSED)) is not None]
    words = stretch(act.page, [*asked, done[0], *going_on(act, done[0])], without=(*cases, *act.clause))
    return Words(words, f"“{act.form}” tells what someone is asked to do", cases[0] if cases else None)


def commitment(act: Act) -> Words | None:
    """Give what someone promises, asks or refuses to do (`pledged to leave`), but not to speak or be named (`declined to comment`)."""
    if act.lemma not in acts().commitments or act.passive or (act.objects and act.lemma not in acts().promising):
        return None
    done = [c for c in act.behind("xcomp") if infinitive(act.parse, c)] or _far(act)
    silence = acts().silence
    if not done or lemmas(act.parse, done[0]) & (silence["any"] | silence.get(act.lemma, frozenset())):
        return None
    words = stretch(act.page, [done[0], *going_on(act, done[0])])
    return Words(words, f"“{act.form}” tells what the speaker will, will not or claims to do")


def _far(act: Act) -> list[int]:
    """Give the infinitive that hangs like a purpose: right behind the verb, or behind a day or a place (`promised on Sunday to leave`)."""
    parse, places = act.parse, act.behind("obl")
    first = {c: parse.subtree(c)[0] for c in act.behind("advcl") if infinitive(parse, c)}
    joined = [
        c for c, start in first.items() if start == act.verb + 1 or (places and c > places[-1] and parse.text(start - 1) not in COMMAS)
    ]
    return [] if act.objects else joined


def proposal(act: Act) -> Words | None:
    """Give what is put forward, denied or admitted with a verb in -ing: `ruled out sending troops`."""
    if act.lemma not in acts().gerunds or act.passive:
        return None
    done = [c for c in act.behind("xcomp", "ccomp", "obj") if act.parse.tokens[c].has("VerbForm=Ger")]
    if not done:
        return None
    words = stretch(act.page, [done[0], *going_on(act, done[0])])
    return Words(words, f"“{act.form}” tells what is put forward, admitted or denied")
