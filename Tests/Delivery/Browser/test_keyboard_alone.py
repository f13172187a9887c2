"""The first story by the keys of a keyboard alone: no mouse, and nothing a person who uses no mouse could not do. At each stop
something says where one is."""
import pytest

from conftest import PASSWORD
from keyboard import Keys


@pytest.mark.parametrize("width", [320, 1280])
def test_the_first_story_is_told_by_keys_alone(browser, kept_here, width):
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    # NB: nothing is clicked, focused or filled from here on.
    for mouse in ("click", "fill", "focus", "check", "select_option"):
        setattr(page, mouse, None)
    keys = Keys(page)
    page.goto(kept_here + "/sign-in")
    keys.write("username", "mo")
    keys.write("password", PASSWORD)
    with page.expect_navigation():
        keys.press("Enter")
    page.wait_for_url("**/today")

    # The first stop of every page leaves out what stands on all of them.
    keys.press("Tab")
    assert "Skip" in keys.stop()["words"]

    # A referral that alleges harm, after a search that knows nobody.
    name, born = ("Tia Narrow", "4/5/2018") if width == 320 else ("Bo Wide", "9/8/2012")
    if width == 320:
        # The parts are folded away, and opened without a script.
        keys.to(lambda at: at["words"].startswith("Menu"))
        keys.press("Enter")
        keys.follow("Search")
    keys.to(lambda at: at["name"] == "q")
    keys.type(name)
    with page.expect_navigation():
        keys.press("Enter")
    keys.follow(".*refer a child not known here.*")
    keys.write("born", born)
    keys.choose("harm", "yes")
    keys.follow("Record it")
    assert "/children/" in page.url, page.inner_text("main")
    child = page.url
    assert name in page.inner_text("h1")

    # The decision on it.
    page.goto(child + "/steps")
    keys.follow("Decide a referral")
    assert "/steps/referral-decision" in page.url
    keys.choose("decision", "accepted")
    keys.write("why", "Bruises, and her own words")
    keys.follow("Record")
    assert "/recorded/" in page.url, page.inner_text("main")

    # The strategy discussion.
    page.goto(child + "/steps")
    keys.follow("Record a strategy discussion")
    keys.choose("means", "call")
    for agency in ("police", "health"):
        keys.to_field("present", agency)
        keys.press("Space")
    keys.write("shared", "What the school saw")
    keys.choose("decision", "joint-enquiry")
    keys.write("safety", "With her aunt tonight")
    keys.follow("Record")
    assert "/recorded/" in page.url, page.inner_text("main")

    # The visit; what is wrong is reached first, and leads to what must be put right.
    page.goto(child)
    keys.follow("Record a visit")
    keys.follow("Record the visit")
    assert page.evaluate("document.activeElement.className").find("errors") >= 0
    keys.to(lambda at: at["href"] == "#seen")
    keys.press("Enter")
    assert keys.stop()["id"] == "seen"
    keys.press("Space")
    keys.choose("alone", "yes")
    keys.to_field("place")
    keys.to_field("said")
    keys.type("I like my new school")
    keys.to(lambda at: at["name"] == "at", "Shift+Tab")
    keys.type("00:00")
    with page.expect_navigation():
        keys.press("Enter")
    assert "Visit recorded" in page.inner_text("h1"), page.inner_text("main")
    assert "The child was seen, and seen alone." in page.inner_text("main")
    assert keys.unseen == []
    context.close()
