"""Pages that tell what a child's record has become, in a council whose record is kept here: no fault axe can find (WCAG 2.2
AA), and nothing to scroll to sideways, at 320 and 1280 pixels."""
import datetime

import pytest

from conftest import fill, look, refer, signed_in, take


@pytest.fixture(scope="module")
def manager(browser, kept_here):
    page = signed_in(browser, kept_here, "ana")
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def child(manager, kept_here):
    """Nia, whom jo holds, and her brother: discussed, written about and corrected, complained about, disputed, asked for."""
    refer(manager, kept_here, "Ivo", "Invented", "2/3/2016")
    child = refer(manager, kept_here, "Nia", "Invented")
    manager.goto(child + "/family?q=Ivo+Invented")
    fill(manager, tie="sibling")
    manager.check('main [name="other"] >> nth=0')
    manager.click("main form[method=post] button.button")
    take(manager, child, "allocation", worker="jo")
    take(manager, child, "note", text="Her teacher rang: she came without a coat, " + "and said so at length. " * 20,
         significant="yes")
    take(manager, child, "strategy-discussion", means="call", present=["police", "health", "social-care"],
         shared="What the school saw", decision="joint-enquiry", safety="With her aunt tonight", actions="Visit")
    take(manager, child, "minutes", separately="no", together="What the police and the school said",
         **{"present-together": "Sergeant Invented, Dr Invented"})
    # Another, of which nobody has written minutes yet.
    take(manager, child, "strategy-discussion", means="meeting", present=["police", "health", "social-care"],
         shared="What the doctor saw", decision="single-enquiry", safety="With her aunt", actions="Visit again")
    take(manager, child, "in-need-plan", aim="She has a coat", measure="Seen at school", owner="jo",
         by=(datetime.date.today() + datetime.timedelta(days=60)).strftime("%d/%m/%Y"), contingency="Ask her aunt")
    take(manager, child, "plan-contingency", contingency="Ask her aunt, and if she cannot, her grandmother")
    take(manager, child, "complaint", by="Jane Invented, her mother", words="Nobody rang me back", stage="first")
    manager.goto(child + "/steps/disputed-statement")
    manager.check('main [name="entry"] >> nth=0') if manager.locator('main input[name="entry"]').count() else \
        manager.select_option('main select[name="entry"]', index=1)
    fill(manager, by="Jane Invented, her mother", words="She had a coat, and it was in her bag")
    manager.click("button.button >> text=Record")
    manager.wait_for_url("**/recorded/*")
    take(manager, child, "subject-access", **{"asked-by": "Jane Invented"}, relation="her mother",
         proof="Her passport, and the birth certificate")
    return child


@pytest.mark.parametrize("end", [
    "", "/together", "/chronology", "/changes", "/steps", "/steps/minutes", "/steps/minutes-version", "/steps/complaint",
    "/steps/complaint-answer", "/steps/disputed-statement", "/steps/disputed-statement-answer", "/destruction", "/family",
    "/details", "/documents", "/restriction", "/tonight", "/visits/new", "/referrals/new", "/adults/new?searched=Ann"])
def test_a_page_of_a_child_has_no_fault(manager, child, end):
    assert manager.goto(child + end).status == 200
    assert look(manager, "child" + end.replace("/", "-").split("?")[0]) == []


def test_what_was_recorded_stands_on_them(manager, child):
    """Or the pages above were looked at while nothing was on them."""
    manager.goto(child)
    told = manager.inner_text("main")
    for words in ["Nobody rang me back", "it was in her bag", "What the police and the school said"]:
        assert words in told, words
    manager.goto(child + "/together")
    assert "Ivo Invented" in manager.inner_text("main")
    manager.goto(child + "/chronology")
    assert "without a coat" in manager.inner_text("main")


def test_the_bundle_of_an_access_request_has_no_fault(manager, child):
    manager.goto(child)
    if not manager.locator('main a[href*="/access/"]').count():
        manager.goto(child + "/details")
    manager.click('main a[href*="/access/"] >> nth=0')
    assert "Jane Invented" in manager.inner_text("main")
    assert look(manager, "access-request") == []


def test_what_changed_between_two_days_has_no_fault(manager, child):
    manager.goto(child + "/changes")
    manager.click('main a[href*="/changes?"] >> nth=0')
    assert "her grandmother" in manager.inner_text("main")
    assert look(manager, "changes-compared") == []


@pytest.mark.parametrize("path", [
    "/team", "/team/workers/jo", "/team/workers/jo/supervision", "/retention", "/accounts-waiting", "/account", "/work",
    "/break-glass", "/access-log"])
def test_a_page_of_the_team_has_no_fault(manager, kept_here, child, path):
    assert manager.goto(kept_here + path).status == 200
    assert look(manager, path.replace("/", "-")) == []
    if "jo" in path:
        assert "Nia Invented" in manager.inner_text("main")


def test_notices_are_asked_for_and_what_is_wrong_is_said(browser, kept_here, child):
    page = signed_in(browser, kept_here, "jo")
    page.goto(kept_here + "/account")
    page.fill("#notices", "jo@")
    page.click("button:text-is('Send notices there')")
    assert "Enter an e-mail address such as" in page.inner_text("main")
    assert look(page, "notices-wrong") == []
    page.fill("#notices", "jo@council.example")
    page.click("button:text-is('Send notices there')")
    assert "Notices go to this address" in page.inner_text("main")
    assert look(page, "notices") == []
    page.context.close()


def test_an_account_that_waits_for_a_second_person_has_no_fault(browser, kept_here, manager):
    page = signed_in(browser, kept_here, "sam")
    page.goto(kept_here + "/people")
    page.fill("#name", "Pat (invented)")
    page.fill("#username", "pat")
    page.select_option("#role", "manager")
    page.click("button:text-is('Add')")
    page.wait_for_url("**/people/pat*")
    page.context.close()
    manager.goto(kept_here + "/accounts-waiting")
    assert "Pat (invented)" in manager.inner_text("main")
    assert look(manager, "account-waits") == []
