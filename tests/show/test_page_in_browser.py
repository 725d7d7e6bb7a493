"""The page in a real browser: quiet, complete, without script, on a phone, in the dark, and with two hundred reports."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from communique.model.record import Record
from communique.show import page

from .support.many import dossier_of, prose, record_of
from .support.talks_in_brenn import record

pytestmark = pytest.mark.browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

DARK_AND_LIGHT = ("light", "dark")

CONTRAST = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const rgb = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = (c) => { const [r, g, b] = c.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const behind = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] == 255) return c; }
    return [255, 255, 255, 255]; };
  const poor = [];
  for (const e of document.body.querySelectorAll('*')) {
    if (![...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()) && !e.matches('.ref, [data-label]')) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) poor.push(`${e.tagName}.${e.className} ${ratio.toFixed(2)} ${e.textContent.slice(0, 30)}`);
  }
  return poor;
}"""
"""Elements whose own text has less contrast than WCAG 2.2 AA asks for (4.5 to 1), reckoned as its definition of relative luminance says."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium from the PATH; without one these tests fail and name the package."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("No Chromium on PATH. Install the package `chromium` (Debian: apt-get install chromium).")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the invented record, as a file."""
    return _written(record(), tmp_path_factory.mktemp("page") / "talks.html")


def _written(whole: Record, path: Path) -> str:
    path.write_text(page(whole), encoding="utf-8", newline="")
    return path.as_uri()


def test_page_is_quiet(browser: Browser, address: str) -> None:
    """No message in the console, no error, and no request but for the page itself."""
    opened = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(address)
    opened.wait_for_timeout(300)
    opened.close()
    assert said == []
    assert [url for url in asked if not url.startswith("data:")] == [address]


def test_every_link_in_the_page_has_its_target(browser: Browser, address: str) -> None:
    """No entry leads nowhere, and no id stands twice."""
    opened = browser.new_page()
    opened.goto(address)
    links = opened.evaluate("[...document.links].map(a => a.getAttribute('href')).filter(h => h.startsWith('#'))")
    ids = set(opened.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
    twice = opened.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, n, all) => all.indexOf(id) != n)")
    opened.close()
    assert len(links) > 50
    assert {link[1:] for link in links} <= ids
    assert twice == []


def test_text_in_the_browser_is_the_report_unchanged(browser: Browser, address: str) -> None:
    """What the browser holds of each report is its text to the character, carriage returns too."""
    opened = browser.new_page()
    opened.goto(address)
    texts = opened.evaluate("[...document.querySelectorAll('.text')].map(e => e.textContent)")
    opened.close()
    assert texts == [r.text for r in record().reports]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_entry_leads_to_its_words_and_they_lead_back(browser: Browser, address: str, script: bool) -> None:
    """A click on a statement's quote brings its mark into view; a click on the number behind the mark brings the entry back."""
    context = browser.new_context(java_script_enabled=script, viewport={"width": 1000, "height": 700})
    opened = context.new_page()
    opened.goto(address)
    quote = opened.locator("#statements .entry blockquote a").nth(3)
    target = (quote.get_attribute("href") or "")[1:]
    quote.click()
    mark = opened.locator(f"[id='{target}']")
    assert _is_in_view(opened, target)
    assert mark.evaluate("e => e.matches(':target')")
    mark.locator("a.ref").last.click()
    entry = opened.url.partition("#")[2]
    assert entry.startswith("sta-")
    assert _is_in_view(opened, entry)
    context.close()


def test_words_in_a_closed_report_open_it(browser: Browser, tmp_path: Path) -> None:
    """Where reports are closed, a link to their words opens them, without script."""
    random = Random(3)
    whole = record_of([prose(300, random=random) for _ in range(20)], random=random)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1000, "height": 700})
    opened = context.new_page()
    opened.goto(_written(whole, tmp_path / "many.html"))
    opened.locator("#statements summary").last.click()
    quote = opened.locator("#statements .entry blockquote a").last
    quote.click()
    assert _is_in_view(opened, (quote.get_attribute("href") or "")[1:])
    context.close()


def _is_in_view(opened: Page, id_: str) -> bool:
    box = opened.locator(f"[id='{id_}']").bounding_box()
    size = opened.viewport_size
    return box is not None and size is not None and 0 <= box["y"] < size["height"]


def test_page_can_be_used_by_keyboard(browser: Browser, address: str) -> None:
    """The first stop skips to the contents, focus can be seen, and Enter follows a link."""
    opened = browser.new_page()
    opened.goto(address)
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.className") == "skip"
    opened.keyboard.press("Enter")
    assert opened.url.endswith("#contents")
    opened.keyboard.press("Tab")
    assert opened.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    opened.keyboard.press("Enter")
    assert opened.url.endswith("#matrix")
    opened.close()


def test_cell_of_the_matrix_leads_to_its_positions(browser: Browser, address: str) -> None:
    """Every stance in the table has links to the positions that it rests on; the last of them is of that stance."""
    opened = browser.new_page()
    opened.goto(address)
    squares = opened.locator("#matrix td[class]")
    assert squares.count() > 0
    for square in squares.all():
        stance = square.locator("strong").inner_text()
        last = square.locator(".labels a").last.get_attribute("href") or ""
        assert stance in opened.locator(f"[id='{last.removeprefix('#')}'] .remark").first.inner_text()
    opened.close()


@pytest.mark.parametrize("width", [360, 390, 768])
def test_page_does_not_scroll_sideways(browser: Browser, tmp_path: Path, width: int) -> None:
    """Also where a report holds a word longer than the screen."""
    long = record_of(["Kelland " + "n" * 400 + " https://example.org/" + "x" * 200 + "\n"], random=Random(4))
    for n, whole in enumerate((record(), long)):
        opened = browser.new_page(viewport={"width": width, "height": 800})
        opened.goto(_written(whole, tmp_path / f"{n}.html"))
        opened.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
        opened.close()


@pytest.mark.parametrize("scheme", DARK_AND_LIGHT)
def test_every_word_can_be_read(browser: Browser, address: str, scheme: str) -> None:
    """Text has the contrast of WCAG AA, by day and by night, marked and unmarked, and where a link has led."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    opened = context.new_page()
    for at in _places_to_stand(address):
        opened.goto("about:blank")
        opened.goto(f"{address}#{at}")
        opened.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert opened.evaluate(CONTRAST) == [], at
    context.close()


def _places_to_stand(address: str) -> list[str]:
    html = Path(address.removeprefix("file://")).read_text(encoding="utf-8")
    kinds = {kind: name for name, kind in re.findall(r'<mark id="([^"]+)" class="([^"]+)"', html)}
    (entry, *_) = re.findall(r'class="entry" id="([^"]+)"', html)
    return ["", entry, *kinds.values()]


def test_paper_shows_every_report(browser: Browser, tmp_path: Path) -> None:
    """Printed, the closed reports are there with their text, and every quote has its place."""
    random = Random(5)
    whole = record_of([prose(60, random=random) for _ in range(14)], random=random)
    opened = browser.new_page()
    opened.goto(_written(whole, tmp_path / "paper.html"))
    opened.emulate_media(media="print")
    heights = opened.evaluate("[...document.querySelectorAll('.text')].map(e => e.getBoundingClientRect().height)")
    place = opened.evaluate("getComputedStyle(document.querySelector('blockquote a'), '::after').content")
    opened.close()
    assert len(heights) == 14
    assert all(h > 0 for h in heights)
    assert "attr" in place or ".txt:" in place


def test_two_hundred_reports_stay_usable(browser: Browser, tmp_path: Path) -> None:
    """Two hundred reports of 800 words: under 15 MB, and under three seconds of the browser's work until they can be read."""
    address = _written(dossier_of(200, words=800, random=Random(6)), tmp_path / "two-hundred.html")
    size = (tmp_path / "two-hundred.html").stat().st_size
    seconds = _seconds_of_work(browser, address)
    print(f"{size / 1e6:.1f} MB, {seconds:.2f} s")  # noqa: T201 (shown with -s)
    assert size < 15_000_000
    assert 0 < seconds < 3


def _seconds_of_work(browser: Browser, address: str) -> float:
    """Give the processor time of the page's thread until its second frame: on an idle machine, the time it takes to open."""
    opened = browser.new_page()
    devtools = opened.context.new_cdp_session(opened)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    opened.goto(address, wait_until="load")
    opened.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    measured = {m["name"]: m["value"] for m in devtools.send("Performance.getMetrics")["metrics"]}
    opened.close()
    return float(measured["TaskDuration"])
