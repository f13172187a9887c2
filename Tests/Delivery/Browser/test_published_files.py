"""A report as other programs read it: PDF by pdfinfo and pdftotext, Word by python-docx and LibreOffice, over the kept record of the
Leeds story."""
import collections
import io
import pathlib
import re
import subprocess
import sys
import threading

import docx
import pytest

from conftest import ROOT, faults, program
from office import Page, converted, same_words
from test_audit import enter

PASSWORD = "a long enough password"
REPORT = "/audit/inspections/inspection/report"


def serve(tmp_path_factory, *options):
    database = str(tmp_path_factory.mktemp("published") / "record.db")
    subprocess.run(
        [program(), "story", "leeds-2009", "--keep", database, "--data", str(ROOT / "Data")], check=True,
        capture_output=True)
    subprocess.run(
        [program(), "user", "aud", "--role", "auditor", "--database", database, "--data", str(ROOT / "Data")],
        check=True, capture_output=True, text=True, input=PASSWORD + "\n")
    process = subprocess.Popen(
        [program(), "serve", "--port", "0", "--database", database, "--data", str(ROOT / "Data"), *options],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in process.stdout) if found)
    # What the server goes on writing is read, or it would wait for somebody to read it.
    threading.Thread(target=process.stdout.read, daemon=True).start()
    return process, address


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    process, address = serve(tmp_path_factory, "--make-pdf-with", str(pathlib.Path(sys.prefix) / "bin" / "weasyprint"))
    yield address
    process.terminate()
    process.wait(timeout=20)


@pytest.fixture(scope="module")
def auditor(browser, served):
    page = enter(browser, served, "aud")
    yield page
    page.context.close()


def shown(page, served):
    page.goto(served + REPORT)
    return page.locator("main h1").inner_text(), page.locator("main h2").all_inner_texts()


def test_the_pdf_is_tagged_titled_and_says_what_the_page_says(auditor, served, tmp_path):
    title, headings = shown(auditor, served)
    assert headings
    answer = auditor.request.get(f"{served}{REPORT}.pdf")
    assert answer.status == 200 and answer.headers["content-type"] == "application/pdf"
    made = tmp_path / "report.pdf"
    made.write_bytes(answer.body())
    told = subprocess.run(["pdfinfo", made], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Tagged:\s+yes", told) and re.search(rf"Title:\s+{re.escape(title)}", told)
    text = " ".join(subprocess.run(["pdftotext", made, "-"], check=True, capture_output=True, text=True).stdout.split())
    for words in [title, *headings]:
        assert " ".join(words.split()) in text
    # PDF/UA says of itself that it is, in its metadata.
    assert "pdfuaid" in subprocess.run(["pdfinfo", "-meta", made], check=True, capture_output=True, text=True).stdout


def test_word_has_real_headings_header_rows_a_language_and_a_title(auditor, served):
    title, headings = shown(auditor, served)
    answer = auditor.request.get(f"{served}{REPORT}.docx")
    assert answer.status == 200
    read = docx.Document(io.BytesIO(answer.body()))
    styles = [(one.style.name, one.text) for one in read.paragraphs]
    assert styles[0] == ("Title", title)
    assert [text for style, text in styles if style == "Heading 1"] == headings
    assert read.core_properties.title == title and read.core_properties.language == "en-GB"
    assert 'w:lang w:val="en-GB"' in read.styles.element.xml
    assert read.tables
    for table in read.tables:
        assert "<w:tblHeader/>" in table.rows[0]._tr.xml and "<w:tblHeader/>" not in table.rows[1]._tr.xml


def test_libreoffice_reads_in_the_word_file_what_the_page_says(auditor, served, tmp_path):
    made = tmp_path / "report.docx"
    made.write_bytes(auditor.request.get(f"{served}{REPORT}.docx").body())
    printed = same_words(made, auditor.request.get(f"{served}{REPORT}.html").text(), tmp_path)
    # What it makes a PDF of, another program reads again.
    told = subprocess.run(["pdftotext", converted(made, "pdf", tmp_path), "-"], check=True, capture_output=True, text=True)
    assert not collections.Counter(printed.words) - collections.Counter(told.stdout.split())


def test_every_word_of_the_page_is_in_the_pdf(auditor, served, tmp_path):
    made = tmp_path / "report.pdf"
    made.write_bytes(auditor.request.get(f"{served}{REPORT}.pdf").body())
    told = subprocess.run(["pdftotext", made, "-"], check=True, capture_output=True, text=True).stdout
    words = collections.Counter(Page(auditor.request.get(f"{served}{REPORT}.html").text()).words)
    assert words and not words - collections.Counter(told.split())


def test_the_page_to_print_has_no_fault_axe_can_find(auditor, served, browser):
    answer = auditor.request.get(f"{served}{REPORT}.html")
    page = browser.new_page()
    page.set_content(answer.text())
    assert faults(page, 320) + faults(page, 1280) == []
    page.close()


def test_without_a_program_for_it_the_page_says_so_and_offers_print(browser, tmp_path_factory):
    process, address = serve(tmp_path_factory, "--make-pdf-with", "none")
    try:
        page = enter(browser, address, "aud")
        page.goto(address + REPORT)
        assert "PDF is not available here" in page.content()
        page.goto(address + REPORT + ".pdf")
        assert "Print the report" in page.content() and faults(page, 320) + faults(page, 1280) == []
        page.context.close()
    finally:
        process.terminate()
        process.wait(timeout=20)
