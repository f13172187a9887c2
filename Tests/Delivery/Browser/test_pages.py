"""Every page in a real browser: WCAG 2.2 AA, narrow screens, no JavaScript, and the wrong person at the door."""
import pytest

from conftest import faults, sign_in

PAGES = {
    "today": "/today", "soon": "/today?tab=ahead", "backlog": "/today?tab=backlog", "cleared": "/today?tab=cleared",
    "search": "/search?q=a", "numbers": "/numbers", "measures": "/numbers/measures",
    "measure": "/numbers/measures/assessments-within-45-working-days", "equality": "/numbers/equality",
    "measured": "/numbers/measures/children-in-need/children", "imports": "/imports", "load": "/imports/1",
    "caseload": "/numbers/measures/caseload", "turnover": "/numbers/measures/turnover",
    "councils": "/numbers/compared", "decisions": "/numbers/decisions",
    "compared": "/numbers/measures/re-referrals-within-12-months/compared?council=344",
    "cannot see": "/cannot-see", "access log": "/access-log",
}


def first_child(page, server):
    page.goto(server + "/today")
    return server + page.query_selector("main h2 a").get_attribute("href")


def first_why(page, server):
    page.goto(server + "/today")
    return server + page.query_selector('main a[href*="/why/"]').get_attribute("href")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", [*PAGES, "child", "why"])
def test_a_page_has_no_fault_axe_can_find(manager, server, name, width):
    address = {"child": first_child, "why": first_why}.get(name, lambda p, s: s + PAGES[name])(manager, server)
    assert manager.goto(address).status == 200
    assert faults(manager, width) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_sign_in_page_has_no_fault_axe_can_find(browser, server, width):
    page = browser.new_page()
    page.goto(server + "/sign-in")
    assert faults(page, width) == []
    page.close()


def test_today_leads_to_a_child_and_to_why_without_javascript(browser, server):
    page = sign_in(browser, server, "demo-manager", java_script_enabled=False)
    assert "/today" in page.url
    page.click("main h2 a")
    assert page.query_selector("h1") is not None
    page.click('main a[href*="/why/"]')
    assert "How it was worked out" in page.content()
    page.context.close()


def test_every_page_of_a_demonstration_says_so(manager, server):
    for path in PAGES.values():
        manager.goto(server + path)
        assert "Every child, adult and event here is invented" in manager.content()


def test_who_has_looked_shows_the_look_just_taken(manager, server):
    manager.goto(first_child(manager, server))
    assert "R. Ahmed (invented), manager" in manager.inner_text("main")


def test_a_child_as_known_before_the_first_load_has_no_story(manager, server):
    child = first_child(manager, server)
    manager.goto(child + "?on=2020-01-01")
    assert "As known at the end of" in manager.content()
    assert "Child protection visit" not in manager.content()


def test_a_number_opens_onto_its_children(manager, server):
    manager.goto(server + "/numbers")
    links = manager.query_selector_all('main table a[href*="/numbers/children"]')
    # Months are folded away and have no text; the rest say after the number, to a screen reader, what it counts.
    shown = [(link, link.inner_text().split("\n")[0].replace(",", "")) for link in links]
    link, count = next((link, int(text)) for link, text in shown if text.isdigit())
    manager.goto(server + link.get_attribute("href"))
    assert manager.title()
    assert str(count) in manager.inner_text("main")


@pytest.mark.parametrize("path", ["/today", "/search?q=a", "/numbers/children?heading=code+missing-now", "/imports", "/access-log"])
def test_a_member_sees_numbers_and_no_child(browser, server, path):
    page = sign_in(browser, server, "demo-member")
    assert page.goto(server + path).status == 403
    assert page.goto(server + "/numbers").status == 200
    assert page.query_selector('main a[href*="/children"]') is None
    page.context.close()


def test_an_administrator_opens_no_child(browser, server, manager):
    child = first_child(manager, server)
    page = sign_in(browser, server, "demo-administrator")
    assert page.goto(child).status == 403
    page.context.close()


def test_nobody_is_shown_anything_before_signing_in(browser, server):
    page = browser.new_page()
    for path in PAGES.values():
        page.goto(server + path)
        assert "/sign-in" in page.url
    page.close()


def test_a_wrong_password_is_refused_in_plain_words(browser, server):
    page = browser.new_page()
    page.goto(server + "/sign-in")
    page.fill('input[name="username"]', "demo-manager")
    page.fill('input[name="password"]', "not the password")
    page.click('form[action="/sign-in"] button')
    assert "not right" in page.content()
    page.close()
