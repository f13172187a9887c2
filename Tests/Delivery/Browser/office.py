"""What LibreOffice, a program that shares no code with ours, reads in a Word file."""
import html.parser
import pathlib
import shutil
import subprocess

import pytest


def soffice():
    """Its program. Only where nothing can install it, as on macOS, is the test left out; elsewhere it has to be there."""
    found = shutil.which("soffice")
    if not found and not shutil.which("apt-get"):
        pytest.skip("LibreOffice is not here, and there is no apt-get by which scripts/setup could install it")
    assert found, "LibreOffice is missing: run scripts/setup --tests"
    return found


def converted(file, kind, folder):
    """The file as another kind: "txt", "html" or "pdf"."""
    told = {"txt": "txt:Text (encoded):UTF8", "html": "html:HTML (StarWriter)", "pdf": "pdf:writer_pdf_Export"}[kind]
    # A profile of its own: one that runs already would answer in its place and leave no file.
    done = subprocess.run(
        [soffice(), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", told, "--outdir",
         folder, file], capture_output=True, text=True, timeout=180)
    made = pathlib.Path(folder) / f"{pathlib.Path(file).stem}.{kind}"
    assert done.returncode == 0 and made.exists(), done.stderr
    return made


class Page(html.parser.HTMLParser):
    """The words of a page in order, and its tables as rows of cells."""

    def __init__(self, text):
        super().__init__()
        self.words, self.tables, self.quiet, self.cell = [], [], 0, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag in ("style", "script", "title", "head"):
            self.quiet += 1
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.cell = []

    def handle_endtag(self, tag):
        if tag in ("style", "script", "title", "head"):
            self.quiet -= 1
        elif tag in ("td", "th"):
            self.tables[-1][-1].append(" ".join(self.cell))
            self.cell = None

    def handle_data(self, data):
        if self.quiet:
            return
        self.words += data.split()
        if self.cell is not None:
            self.cell += data.split()


def words_of(text):
    """In order, without the signs a list begins its lines with."""
    return [word for word in text.replace("\ufeff", "").split() if word not in ("•", "\uf0b7", "")]


def same_words(file, page, folder):
    """That LibreOffice reads in a Word file what stands on the page to print: every word in its place, and every table."""
    printed = Page(page)
    assert words_of(converted(file, "txt", folder).read_text("utf-8")) == printed.words
    read = Page(converted(file, "html", folder).read_text("utf-8"))
    assert printed.tables and read.tables == printed.tables
    return printed
