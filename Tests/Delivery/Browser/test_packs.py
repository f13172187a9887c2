"""A pack of a simulated council as its readers get it: made, released, opened by a member, and searched for names in every form."""
import collections
import csv
import io
import pathlib
import re
import subprocess
import sys
import threading
import zipfile

import docx
import pytest

from conftest import ROOT, faults, program
from office import Page, converted, same_words

PASSWORD = "a long enough password"
DATA = ["--data", str(ROOT / "Data")]


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs")
    database = str(folder / "record.db")
    subprocess.run(
        [program(), "simulate", "--children", "400", "--seed", "11", "--as-of", "2026-03-31", "--ssd",
         str(folder / "ssd"), "--truth", str(folder / "truth.jsonl"), "--database", database, *DATA],
        check=True, capture_output=True)
    for name, role in [("dana", "director"), ("mona", "manager"), ("cllr", "member")]:
        subprocess.run(
            [program(), "user", name, "--role", role, "--database", database, *DATA], check=True, capture_output=True,
            text=True, input=PASSWORD + "\n")
    process = subprocess.Popen(
        [program(), "serve", "--port", "0", "--database", database, *DATA, "--make-pdf-with",
         str(pathlib.Path(sys.prefix) / "bin" / "weasyprint")],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = next(found.group(0) for found in (re.search(r"http://\S+:\d+", line) for line in process.stdout) if found)
    threading.Thread(target=process.stdout.read, daemon=True).start()
    yield address, folder
    process.terminate()
    process.wait(timeout=20)


def enter(browser, address, name):
    page = browser.new_context().new_page()
    page.goto(address + "/sign-in")
    page.fill("#username", name)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    return page


@pytest.fixture(scope="module")
def released(browser, council):
    address, folder = council
    page = enter(browser, address, "dana")
    page.goto(address + "/packs")
    assert faults(page, 320) + faults(page, 1280) == []
    page.get_by_text("Make a pack").click()
    page.get_by_label("Committee pack").check()
    page.get_by_label("To which day?").fill("31 March 2026")
    page.get_by_role("button", name="Make it").click()
    page.wait_for_url("**/packs/1", timeout=120_000)
    page.context.close()
    page = enter(browser, address, "mona")
    page.goto(address + "/packs/1")
    page.get_by_text("Release it to members").click()
    page.get_by_role("button", name="members and partners may").click()
    page.wait_for_url("**/packs/1")
    assert "Released to members by" in page.content()
    page.context.close()
    member = enter(browser, address, "cllr")
    yield member, address, folder
    member.context.close()


def text_of(released, tmp_path):
    member, address, _ = released
    member.goto(address + "/packs/1")
    made = tmp_path / "pack.pdf"
    made.write_bytes(member.request.get(address + "/packs/1/pack.pdf", timeout=120_000).body())
    words = docx.Document(io.BytesIO(member.request.get(address + "/packs/1/pack.docx").body()))
    cells = [cell.text for table in words.tables for row in table.rows for cell in row.cells]
    return {
        "page": member.content(),
        "print": member.request.get(address + "/packs/1/pack.html").text(),
        "pdf": subprocess.run(["pdftotext", made, "-"], check=True, capture_output=True, text=True).stdout,
        "word": "\n".join([paragraph.text for paragraph in words.paragraphs] + cells),
    }, made


def rows(folder, table):
    with open(folder / "ssd" / f"{table}.csv", newline="") as file:
        return list(csv.DictReader(file))


def test_no_word_of_a_child_a_worker_or_an_address_is_in_any_form(released, tmp_path):
    folder = released[2]
    names = set()
    for person in rows(folder, "ssd_person"):
        names |= {person["pers_person_id"], person["pers_legacy_id"], person["pers_upn"], person["pers_surname"],
                  f"{person['pers_forename']} {person['pers_surname']}"}
    for worker in rows(folder, "ssd_professionals"):
        names |= {worker["prof_professional_name"], worker["prof_professional_name"].split()[-1]}
    for home in rows(folder, "ssd_address"):
        names |= {home["addr_address_postcode"]}
    names.discard("")
    assert len(names) > 400
    forms, _ = text_of(released, tmp_path)
    for form, text in forms.items():
        assert "Recommendations" in text, form
        found = {name for name in names if re.search(rf"\b{re.escape(name)}\b", text)}
        assert not found, (form, sorted(found)[:5])
    # A name that is there would be found.
    assert re.search(r"\bRecommendations\b", forms["word"])


def test_the_pdf_is_tagged_and_word_has_headings_and_tables(released, tmp_path):
    _, made = text_of(released, tmp_path)
    assert re.search(r"Tagged:\s+yes", subprocess.run(["pdfinfo", made], check=True, capture_output=True, text=True).stdout)
    member, address, _ = released
    words = docx.Document(io.BytesIO(member.request.get(address + "/packs/1/pack.docx").body()))
    headings = [one.text for one in words.paragraphs if one.style.name == "Heading 1"]
    assert headings == ["Purpose", "What changed", "What is red", "What is late and why", "Recommendations", "Background",
                        "What inspectors found", "Progress", "By team", "The improvement plan", "How this was made"]
    assert len(words.tables) > 2


def test_libreoffice_reads_every_word_and_table_of_the_word_file(released, tmp_path):
    member, address, _ = released
    made = tmp_path / "pack.docx"
    made.write_bytes(member.request.get(address + "/packs/1/pack.docx").body())
    printed = same_words(made, member.request.get(address + "/packs/1/pack.html").text(), tmp_path)
    assert len(printed.tables) > 2


def test_a_committee_reads_what_matters_on_the_first_page_and_all_of_it_on_few(released, tmp_path):
    forms, made = text_of(released, tmp_path)
    first = subprocess.run(["pdftotext", "-l", "1", made, "-"], check=True, capture_output=True, text=True).stdout
    places = [first.index(heading) for heading in ("What changed", "What is red", "What is late and why", "Recommendations")]
    assert places == sorted(places)
    told = subprocess.run(["pdfinfo", made], check=True, capture_output=True, text=True).stdout
    assert int(re.search(r"Pages:\s+(\d+)", told)[1]) <= 16
    # What is not drawn there is in a table there, and drawn on the page.
    member, address, _ = released
    drawn = set(re.findall(r"/packs/1/charts/([a-z0-9-]+)\.csv", forms["page"]))
    assert len(drawn) > 15 and "Referrals received" in forms["pdf"]


def test_libreoffice_draws_the_charts_of_the_word_file(released, tmp_path):
    member, address, _ = released
    made = tmp_path / "pack.docx"
    made.write_bytes(member.request.get(address + "/packs/1/pack.docx").body())
    with zipfile.ZipFile(made) as file:
        charts = [name for name in file.namelist() if name.startswith("word/charts/")]
    assert charts
    # Words of a chart's key and axes are in no paragraph and no table: LibreOffice drew them.
    drawn = subprocess.run(["pdftotext", converted(made, "pdf", tmp_path), "-"], check=True, capture_output=True,
                           text=True).stdout
    written = converted(made, "txt", tmp_path).read_text("utf-8")
    assert "Month by month" not in written and drawn.count("Month by month") == len(charts)
    assert drawn.count("Mean of the months shown") > written.count("Mean of the months shown")


def test_every_word_of_the_page_to_print_is_in_the_pdf(released, tmp_path):
    member, address, _ = released
    made = tmp_path / "pack.pdf"
    made.write_bytes(member.request.get(address + "/packs/1/pack.pdf", timeout=120_000).body())
    told = subprocess.run(["pdftotext", made, "-"], check=True, capture_output=True, text=True).stdout
    words = collections.Counter(Page(member.request.get(address + "/packs/1/pack.html").text()).words)
    assert len(words) > 200 and not words - collections.Counter(told.split())


def test_the_page_and_the_page_to_print_have_no_fault_axe_can_find(released, browser):
    member, address, _ = released
    member.goto(address + "/packs/1")
    assert faults(member, 320) + faults(member, 1280) == []
    page = browser.new_page()
    page.set_content(member.request.get(address + "/packs/1/pack.html").text())
    assert faults(page, 320) + faults(page, 1280) == []
    page.close()


def test_a_drawing_stands_alone_and_its_numbers_are_a_file(released):
    member, address, _ = released
    drawing = member.request.get(address + "/packs/1/charts/referrals.svg")
    assert drawing.headers["content-type"].startswith("image/svg+xml")
    assert 'xmlns="http://www.w3.org/2000/svg"' in drawing.text() and "<title" in drawing.text()
    table = member.request.get(address + "/packs/1/charts/referrals.csv").text()
    assert len(list(csv.reader(io.StringIO(table.lstrip("\ufeff"))))) == 13
