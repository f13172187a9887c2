"""What is planned, corrected, proposed and told of a child, in a real browser at both widths, with no fault axe can find."""
import datetime

from conftest import fill, look, refer, signed_in, take


def day(days):
    return (datetime.date.today() + datetime.timedelta(days=days)).strftime("%d/%m/%Y").lstrip("0")


def test_a_visit_is_planned_and_language_and_status_are_recorded(browser, kept_here):
    page = signed_in(browser, kept_here, "jo")
    child = refer(page, kept_here, "Olga", "Invented")
    for step in ["planned-visit", "language", "religion", "immigration-status", "early-help-declined"]:
        page.goto(f"{child}/steps/{step}")
        assert look(page, step) == []
    take(page, child, "language", language="Polish", interpreter="yes", **{"for": "For her father"})
    take(page, child, "religion", religion="Jewish", minded="Not on a Saturday")
    take(page, child, "immigration-status", status="Refugee Status")
    take(page, child, "planned-visit", on=day(3), at="16:50", worker="jo", purpose="other")
    page.goto(child)
    aside = page.inner_text("aside")
    assert "Polish. An interpreter is needed" in aside and "Jewish" in aside and "at 16:50" in aside
    assert look(page, "child-background") == []
    page.goto(child + "/visits/new")
    assert "An interpreter is needed: Polish" in page.inner_text("main")
    assert look(page, "visit-interpreter") == []
    page.goto(kept_here + "/work")
    assert "Visits planned in the next 14 days" in page.inner_text("main")
    assert look(page, "work-planned") == []
    page.click("text=move it")
    fill(page, on=day(5), why="School trip")
    page.click("button.button >> text=Record")
    page.wait_for_url("**/recorded/*")
    assert look(page, "planned-visit-moved") == []
    page.context.close()


def test_what_is_said_to_be_about_another_child_waits_and_is_refused(browser, kept_here):
    jo = signed_in(browser, kept_here, "jo")
    child = refer(jo, kept_here, "Paul", "Invented")
    take(jo, child, "complaint", on=day(0), by="Jane, mother", words="Nobody rang me", stage="first")
    ana = signed_in(browser, kept_here, "ana")
    ana.goto(child + "/wrong-child")
    ana.locator('input[name="recording"]').last.check()
    ana.check('input[value="nobody"]')
    ana.fill("#why", "The wrong page was open")
    ana.click("text=Seal it here")
    assert "Not sealed yet" in ana.inner_text("main") and "Sealing it would end" in ana.inner_text("main")
    assert look(ana, "wrong-child-own") == []
    dee = signed_in(browser, kept_here, "dee")
    dee.goto(kept_here + "/team")
    text = dee.inner_text("main")
    assert "Proposals that wait for a second manager" in text and "Complaints not yet answered" in text
    assert look(dee, "team-waiting") == []
    dee.click("text=Look at it: confirm or refuse")
    assert look(dee, "wrong-child-other") == []
    dee.click("text=Refuse: it is not sealed")
    assert "Enter why it should not be sealed" in dee.inner_text(".errors")
    assert look(dee, "wrong-child-wrong") == []
    dee.locator('textarea[name^="refused-"]').fill("It names Paul")
    dee.click("text=Refuse: it is not sealed")
    assert "refused by" in dee.inner_text("main")
    for page in (jo, ana, dee):
        page.context.close()


def test_who_is_away_is_one_list_and_children_are_given_on_from_a_day_to_come(browser, kept_here):
    page = signed_in(browser, kept_here, "mo")
    page.goto(kept_here + "/team/workers/jo")
    assert look(page, "worker") == []
    page.fill("#from", day(0))
    page.fill("#until", day(7))
    page.check('input[value="unplanned"]')
    page.click("text=Record that they are away")
    page.goto(kept_here + "/team/absences")
    assert "jo" in page.inner_text("main")
    assert look(page, "absences") == []
    page.context.close()


def test_notices_to_other_programs_are_a_page_of_the_administrator(browser, kept_here):
    page = signed_in(browser, kept_here, "sam")
    page.goto(kept_here + "/people")
    page.click("text=Which programs were told that something waits")
    assert "No program has been told anything yet." in page.inner_text("main")
    assert look(page, "webhooks") == []
    page.context.close()
