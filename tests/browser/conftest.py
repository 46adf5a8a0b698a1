"""One Chromium a test process, and the published reports it looks at."""

import os
import shutil
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import sync_playwright

from lkip_lib.publish.html import HALAMAN
from tests.project import published

# All there is to be found, a year without results, and one whose figures agree.
BEKASI, PLANS, CONTOH = ("disnaker-kota-bekasi", 2024), ("disnaker-kota-bekasi", 2025), ("dinas-contoh", 2025)
REPORTS = (BEKASI, PLANS, CONTOH)
PAGES = tuple(h.berkas for h in HALAMAN)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def on(*names, of=REPORTS):
    """Run a test on some of the pages only, or of some of the reports, where others are made by the same template."""

    def mark(function):
        function.pages, function.reports = names or PAGES, of
        return function

    return mark


def pytest_generate_tests(metafunc):
    """A page is asked for by all its tests one after another, so that it need not be read in every process."""
    if "folder" in metafunc.fixturenames:
        reports = getattr(metafunc.function, "reports", REPORTS)
        metafunc.parametrize("folder", reports, ids=lambda r: f"{r[0]}-{r[1]}", indirect=True, scope="session")
    if "page_name" in metafunc.fixturenames:
        metafunc.parametrize("page_name", getattr(metafunc.function, "pages", PAGES), scope="session")


@pytest.fixture(scope="session")
def folder(request, tmp_path_factory) -> Path:
    return published(tmp_path_factory, *request.param).keluaran


@pytest.fixture(scope="session")
def axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser():
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not found:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on this system")
        pytest.skip("no Chromium on this system")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def tab(browser):
    """One offline page for all tests of a process: a page of its own costs a test more than what it looks at."""
    context = browser.new_context(offline=True)
    # A ceiling for a page that hangs, not a time that is measured: a busy machine may draw nothing for ten seconds.
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


class Reader:
    """Open a page of a report as someone offline does; keep what it asked for and what it complained of."""

    def __init__(self, tab, folder: Path, width: int) -> None:
        self.page, self.folder, self.width = tab, folder, width
        self.requests: list[str] = []
        self.errors: list[str] = []
        self._heard = {
            "request": lambda r: self.requests.append(r.url),
            "console": lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None,
            "pageerror": lambda e: self.errors.append(str(e)),
        }

    def __enter__(self):
        self.resize(self.width)
        self.page.route("**/*", self._decide)
        for event, hear in self._heard.items():
            self.page.on(event, hear)
        return self

    def __exit__(self, *_):
        for event, hear in self._heard.items():
            self.page.remove_listener(event, hear)
        self.page.unroute_all()
        self.page.emulate_media(media="null")
        self.page.goto("about:blank")  # what was open, focused or changed goes with its document

    def _decide(self, route):
        route.continue_() if self._own(route.request.url) else route.abort()

    def _own(self, url: str) -> bool:
        return url.startswith((f"{self.folder.as_uri()}/", "data:"))

    @property
    def outside(self) -> list[str]:
        return [u for u in self.requests if not self._own(u)]

    def resize(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 800})

    def open(self, name: str):
        self.page.goto((self.folder / name).as_uri())
        return self.page


@pytest.fixture
def reader(tab, folder, request):
    with Reader(tab, folder, getattr(request, "param", 1280)) as reader:
        yield reader
