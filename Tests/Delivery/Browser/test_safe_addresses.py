"""A safe address is withheld, shown once and taken out of what goes out, and an entry about the wrong child is sealed: in a
real browser, with and without JavaScript, and with no fault axe can find."""

import pytest

from conftest import axe, refer, signed_in, take


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def manager(browser, kept_here, request):
    page = signed_in(browser, kept_here, "ana" if request.param else "dee", request.param)
    yield page
    page.context.close()


def test_an_address_is_withheld_and_an_entry_sealed(manager, kept_here):
    surname = "Hidden" if manager.scripted else "Unseen"
    child = refer(manager, kept_here, "Nell", surname)
    take(manager, child, "address", address="9 Secret Lane, Invented Town", postcode="ZZ98 7QX")
    take(manager, child, "note", text="They moved to 9 Secret Lane")
    manager.goto(child + "/steps/withholding")
    assert axe(manager) == []
    manager.fill("#from", "John Invented, her father")
    manager.fill("#why", "He hurt her mother")
    manager.click("button.button >> text=Record")
    manager.wait_for_url("**/recorded/*")
    manager.goto(child)
    assert "Address withheld" in manager.inner_text("main") and "Secret" not in manager.content()
    assert axe(manager) == []
    manager.click("text=Where to find them")
    assert "Secret" not in manager.content()
    assert axe(manager) == []
    manager.fill("#why", "Driving there now")
    manager.click("text=Show it to me once")
    assert "9 Secret Lane" in manager.inner_text("main")
    assert axe(manager) == []
    take(
        manager, child, "outgoing-document", content="whole-story", recipient="John Invented", relation="father")
    manager.goto(child + "/details")
    manager.click("text=waits for a second person")
    assert "[address withheld]" in manager.inner_text("main") and "Secret" not in manager.content()
    assert axe(manager) == []
    manager.goto(child + "/wrong-child")
    assert axe(manager) == []
    manager.check('input[name="recording"] >> nth=1')
    manager.check('input[name="to"][value="nobody"]')
    manager.fill("#why", "The wrong page was open")
    manager.click("text=Seal it here")
    manager.wait_for_url("**/wrong-child")
    assert "Sealed before" in manager.inner_text("main")
    assert axe(manager) == []
    manager.goto(kept_here + "/team")
    assert axe(manager) == []
