"""Our table of states held against CLDR, which Babel carries: no code that the world does not know, and every usual name."""

from babel import Locale
from babel.core import get_global

from communique import reference

_NAMES = Locale("en").territories


def _cldr_name(code: str) -> str | None:
    """Give CLDR's English name of the state with this ISO 3166 alpha-3 code."""
    alpha2 = get_global("territory_aliases").get(code)
    return _NAMES.get(alpha2[0]) if alpha2 and len(alpha2) == 1 else None


def test_every_state_of_today_is_known_to_cldr() -> None:
    """A mistyped code would name no territory."""
    unknown = [c.code for c in reference.load().countries if c.until is None and _cldr_name(c.code) is None]
    assert unknown in ([], ["XKX"])


def test_cldr_name_leads_to_the_same_state() -> None:
    """Each state is found by the name that CLDR gives it."""
    tables = reference.load()
    wrong = []
    for country in tables.countries:
        name = _cldr_name(country.code)
        if country.until is None and name:
            plain = name.replace("’", "'").replace("St.", "Saint").replace(" & ", " and ").split(" (")[0]
            found = tables.state(plain) or tables.state(name)
            if found is None or found.entry.code != country.code:
                wrong.append((country.code, name))
    assert wrong == []
