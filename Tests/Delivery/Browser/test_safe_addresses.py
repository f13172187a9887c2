"""A safe address is withheld, shown once and taken out of what goes out, and an entry about the wrong child is sealed: in a
real browser, with and without JavaScript, and with no fault axe can find."""

import pytest


from conftest import record_it
from test_pages import faults
from test_recording import PASSWORD, kept_here  # noqa: F401


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def manager(browser, kept_here, request, tmp_path_factory):  # noqa: F811
    name = "ana" if request.param else "dee"
    context = browser.new_context(java_script_enabled=request.param)
    page = context.new_page()
    page.goto(kept_here + "/sign-in")
    page.fill("#username", name)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/today")
    page.scripted = request.param
    yield page
    context.close()


def axe(page):
    return [] if not page.scripted else faults(page, 320) + faults(page, 1280)


def look(page, name, folder):
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(folder / f"{name}-{width}.png"), full_page=True)


def test_an_address_is_withheld_and_an_entry_sealed(manager, kept_here, tmp_path):  # noqa: F811
    surname = "Hidden" if manager.scripted else "Unseen"
    manager.goto(kept_here + f"/search?q=Nell+{surname}")
    manager.click("text=refer a child not known here")
    manager.fill("#born", "4/5/2018")
    manager.check("#harm")
    record_it(manager)
    child = manager.url
    manager.goto(child + "/steps/address")
    manager.fill("#address", "9 Secret Lane, Invented Town")
    manager.fill("#postcode", "ZZ98 7QX")
    manager.click("button.button >> text=Record")
    manager.wait_for_url("**/recorded/*")
    manager.goto(child + "/steps/note")
    manager.fill("#text", "They moved to 9 Secret Lane")
    manager.click("button.button >> text=Record")
    manager.wait_for_url("**/recorded/*")
    manager.goto(child + "/steps/withholding")
    assert axe(manager) == []
    manager.fill("#from", "John Invented, her father")
    manager.fill("#why", "He hurt her mother")
    manager.click("button.button >> text=Record")
    manager.wait_for_url("**/recorded/*")
    manager.goto(child)
    assert "Address withheld" in manager.inner_text("main") and "Secret" not in manager.content()
    assert axe(manager) == []
    look(manager, "child", tmp_path)
    manager.click("text=Where to find them")
    assert "Secret" not in manager.content()
    assert axe(manager) == []
    look(manager, "details", tmp_path)
    manager.fill("#why", "Driving there now")
    manager.click("text=Show it to me once")
    assert "9 Secret Lane" in manager.inner_text("main")
    assert axe(manager) == []
    manager.goto(child + "/steps/outgoing-document")
    manager.check('input[value="whole-story"]')
    manager.fill("#recipient", "John Invented")
    manager.fill("#relation", "father")
    manager.click("button.button >> text=Record")
    manager.wait_for_url("**/recorded/*")
    manager.goto(child + "/details")
    manager.click("text=waits for a second person")
    assert "[address withheld]" in manager.inner_text("main") and "Secret" not in manager.content()
    assert axe(manager) == []
    look(manager, "outgoing", tmp_path)
    manager.goto(child + "/wrong-child")
    assert axe(manager) == []
    look(manager, "wrong-child", tmp_path)
    manager.check('input[name="recording"] >> nth=1')
    manager.check('input[name="to"][value="nobody"]')
    manager.fill("#why", "The wrong page was open")
    manager.click("text=Seal it here")
    manager.wait_for_url("**/wrong-child")
    assert "Sealed before" in manager.inner_text("main")
    assert axe(manager) == []
    manager.goto(kept_here + "/team")
    assert axe(manager) == []
