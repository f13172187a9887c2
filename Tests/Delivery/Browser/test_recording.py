"""A council whose record is kept here, in a real browser: a child is referred and visited, by keyboard, without
JavaScript, and with no fault axe can find."""
import pytest
from playwright.sync_api import expect

from conftest import PASSWORD, axe, faults, record_it, refer, signed_in

@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def worker(browser, kept_here, request):
    page = signed_in(browser, kept_here, "jo", request.param)
    yield page
    page.context.close()


def test_a_child_is_referred_and_visited(worker, kept_here):
    name = "Asha Invented" if worker.scripted else "Bilal Madeup"
    forename, surname = name.split()
    worker.goto(kept_here + f"/search?q={forename}+{surname}")
    worker.click("text=refer a child not known here")
    assert axe(worker) == []
    worker.fill("#born", "4/5/2018")
    worker.check("#harm")
    record_it(worker)
    assert worker.locator(".errors").count() == 0
    assert name in worker.inner_text("h1")
    assert axe(worker) == []

    worker.click("text=Record a visit")
    assert axe(worker) == []
    worker.click("text=Record the visit")
    assert "Choose whether the child was seen" in worker.inner_text(".errors")
    assert axe(worker) == []
    # Harm was alleged today: a visit without its time is not known to have been since.
    worker.check("#seen")
    worker.check("#alone")
    worker.click("text=Record the visit")
    assert "Enter the time" in worker.inner_text(".errors")
    worker.fill("#at", "00:00")
    # By keyboard alone from the first answer on.
    worker.focus("#seen")
    worker.keyboard.press("Space")
    worker.keyboard.press("Tab")
    worker.keyboard.press("Space")
    worker.keyboard.press("Tab")
    worker.keyboard.press("Tab")
    worker.keyboard.press("Tab")
    worker.keyboard.type("I like school")
    worker.click("text=Record the visit")
    worker.wait_for_url("**/visits/visit-*")
    assert "Visit recorded" in worker.inner_text("h1")
    assert "The child was seen, and seen alone." in worker.inner_text("main")
    assert "Child in need not seen" in worker.inner_text("main")
    assert axe(worker) == []


def test_a_note_is_kept_while_it_is_typed_and_every_step_is_within_reach(worker, kept_here):
    surname = "Scripted" if worker.scripted else "Plainly"
    child = refer(worker, kept_here, "Cleo", surname)
    worker.click("text=Record something else")
    assert "What comes next" in worker.inner_text("main")
    assert axe(worker) == []

    worker.click("text=Write a note")
    worker.fill("#text", "Her teacher rang: she came without a coat")
    if worker.scripted:
        expect(worker.locator("#kept")).to_contain_text("Kept at")
    else:
        worker.click("text=Keep for later")
    # The page is left, and opened again: nothing is lost.
    worker.goto(child)
    worker.goto(child + "/steps/note")
    assert worker.input_value("#text") == "Her teacher rang: she came without a coat"
    assert "it was kept on" in worker.inner_text("main")
    assert axe(worker) == []
    worker.click("button:text-is('Record')")
    assert "without a coat" in worker.inner_text("main")
    worker.wait_for_url("**/recorded/form-*")
    assert axe(worker) == []
    worker.goto(child + "/steps/note")
    assert worker.input_value("#text") == ""


def test_a_visit_and_a_referral_begun_are_there_again_after_signing_out(worker, kept_here):
    surname = "Scripted" if worker.scripted else "Plainly"
    child = refer(worker, kept_here, "Gus", surname)

    def keep():
        if worker.scripted:
            expect(worker.locator("#kept")).to_contain_text("Kept at")
        else:
            worker.click("text=Keep for later")

    worker.goto(child + "/visits/new")
    worker.fill("#said", "I like school")
    keep()
    worker.goto(kept_here + f"/referrals/new?searched=Ida+{surname}")
    worker.fill("#born", "some day in May")
    keep()
    worker.click("text=Sign out")
    worker.wait_for_load_state()
    worker.goto(kept_here + "/sign-in")
    worker.fill("#username", "jo")
    worker.fill("#password", PASSWORD)
    worker.keyboard.press("Enter")
    worker.wait_for_url("**/today")
    worker.goto(child + "/visits/new")
    assert worker.input_value("#said") == "I like school" and "it was kept on" in worker.inner_text("main")
    assert axe(worker) == []
    worker.goto(kept_here + "/work")
    assert "Record a visit" in worker.inner_text("main")
    # Somebody else's referral is not made of it, and leads to it.
    worker.goto(kept_here + f"/referrals/new?searched=Max+{surname}")
    assert worker.input_value("#born") == "" and "You have begun and not sent" in worker.inner_text("main")
    assert axe(worker) == []
    worker.click(f"main a:has-text('Ida {surname}')")
    assert worker.input_value("#born") == "some day in May"
    assert axe(worker) == []
    worker.click("text=Begin again without it")
    worker.wait_for_url("**/search")
    worker.goto(kept_here + "/work")
    assert f"Ida {surname}" not in worker.inner_text("main")


def test_a_strategy_discussion_with_something_wrong_keeps_what_was_ticked(worker, kept_here):
    surname = "Scripted" if worker.scripted else "Plainly"
    refer(worker, kept_here, "Dora", surname)
    worker.click("text=Record a strategy discussion")
    assert axe(worker) == []
    worker.check("#present-police")
    worker.check("#present-health")
    worker.click("button:text-is('Record')")
    assert worker.locator(".errors li").count() >= 3
    assert worker.is_checked("#present-police") and not worker.is_checked("#present-education")
    assert axe(worker) == []
    worker.check("#means")
    worker.fill("#shared", "What the school saw")
    worker.check("#decision-joint-enquiry")
    worker.fill("#safety", "With her aunt tonight")
    worker.click("button:text-is('Record')")
    worker.wait_for_url("**/recorded/form-*")
    text = worker.inner_text("main")
    assert "Took part: police, health." in text and "Section 47 enquiry began" in text
    assert axe(worker) == []


def test_my_work_and_the_family_are_within_everybodys_reach(worker, kept_here):
    surname = "Scripted" if worker.scripted else "Plainly"
    for forename in ("Fred", "Edie"):
        child = refer(worker, kept_here, forename, surname)
    worker.goto(child + "/steps/note")
    worker.fill("#text", "Half a note")
    worker.click("text=Keep for later")
    expect(worker.locator("main")).to_contain_text("it was kept on")
    worker.click("a:text-is('My work')")
    worker.wait_for_url("**/work")
    assert "Begun and not sent" in worker.inner_text("main")
    assert axe(worker) == []
    worker.goto(child + f"/family?q=Fred+{surname}")
    assert "Which child?" in worker.inner_text("main")
    assert axe(worker) == []


def test_the_pages_of_the_night(browser, kept_here):
    page = signed_in(browser, kept_here, "eve")
    page.goto(kept_here + "/referrals/new?searched=Nadia+Invented")
    page.fill("#born", "4/5/2016")
    page.check("#harm")
    page.check("#signs-none-of-these")
    record_it(page)
    child = page.url
    page.goto(child + "/steps/handover")
    page.fill("#items", "Ring the hospital by ten")
    page.click("button.button >> text=Record")
    page.wait_for_url("**/recorded/*")
    for address in ["/nights", "/emergency-list", "/work"]:
        page.goto(kept_here + address)
        assert "Nadia Invented" in page.inner_text("main")
        assert faults(page, 320) + faults(page, 1280) == [], address
    for end in ["/tonight", "/steps/harm-alleged", "/visits/new"]:
        page.goto(child + end)
        assert faults(page, 320) + faults(page, 1280) == [], end
    page.context.close()


def test_a_family_is_recorded_and_drawn(worker, kept_here):
    surname = "Treeborn" if worker.scripted else "Plainwood"
    child = refer(worker, kept_here, "Mila", surname, "4/5/2019")
    for forename, sex, kind in (("Ann", "F", "mother"), ("Rex", "M", "father")):
        worker.goto(child + f"/family?q={forename}+{surname}")
        assert axe(worker) == []
        worker.click("text=Record an adult not known here")
        assert axe(worker) == []
        worker.check(f'input[name="sex"][value="{sex}"]')
        worker.select_option("#kind", kind)
        worker.fill("#address", "1 Nowhere Street")
        worker.check('input[name="lives"][value="yes"]')
        worker.check('input[name="carer"][value="yes"]')
        worker.click("button:text-is('Record')")
        assert "parental responsibility" in worker.inner_text(".errors")
        assert axe(worker) == []
        worker.check('input[name="responsibility"][value="yes"]')
        # Somebody of the same name or address is known here by now: whoever records has looked at them.
        if worker.locator('input[name="known"]').count():
            worker.check("text=None of these: somebody new")
        worker.click("button:text-is('Record')")
        worker.wait_for_url("**/family")
    assert worker.locator("svg.tree").count() == 1
    assert "Nowhere Street" not in worker.content()
    assert axe(worker) == []
    worker.click(f"table a:has-text('Rex {surname}')")
    worker.wait_for_url("**/adults/*")
    assert axe(worker) == []
    worker.click("text=Record that they pose a risk")
    assert axe(worker) == []
    worker.check('input[name="basis"][value="alleged"]')
    worker.fill("#what", "Violence to a partner")
    worker.fill("#source", "a neighbour")
    worker.click("button:text-is('Record')")
    worker.wait_for_url("**/adults/*")
    assert "Violence to a partner" in worker.content()
    assert axe(worker) == []
    assert worker.locator("text=Refer her unborn baby").count() == 0
    worker.goto(child + "/family")
    worker.click(f"table a:has-text('Ann {surname}')")
    worker.click("text=Refer her unborn baby")
    assert axe(worker) == []
    worker.goto(child + "/family")
    assert "may pose a risk" in worker.content()


def test_a_restricted_record_is_opened_in_an_emergency(browser, kept_here):
    """The manager names who may open it, emergency duty breaks the glass, the manager reviews it."""
    manager = signed_in(browser, kept_here, "mo")
    refer(manager, kept_here, "Dara", "Restricted")
    manager.click("text=Restrict it")
    assert axe(manager) == []
    manager.click("text=Restrict the record")
    assert "Enter why" in manager.inner_text(".errors")
    assert axe(manager) == []
    manager.fill("#why", "A relative works here")
    manager.click("text=Restrict the record")
    manager.wait_for_selector("text=This record is restricted.")
    assert axe(manager) == []
    night = signed_in(browser, kept_here, "eve")
    night.goto(kept_here + "/search?q=Dara+Restricted")
    assert axe(night) == []
    night.click("text=Open it in an emergency")
    assert axe(night) == []
    night.click("text=Open the record for 4 hours")
    assert "Enter why you need to open it now" in night.inner_text(".errors")
    assert axe(night) == []
    night.fill("#why", "Her mother rang, she has run away")
    night.click("text=Open the record for 4 hours")
    night.wait_for_selector("text=You opened it in an emergency")
    assert "Dara Restricted" in night.inner_text("h1")
    assert axe(night) == []
    manager.goto(kept_here + "/work")
    assert axe(manager) == []
    manager.click("text=Review")
    assert "Her mother rang" in manager.inner_text("main")
    assert axe(manager) == []
    manager.click("text=Record the review")
    assert axe(manager) == []
    manager.check("text=Yes, it was right")
    manager.fill("input[name^=words]", "She was found")
    manager.click("text=Record the review")
    assert "She was found" in manager.inner_text("main")
    assert axe(manager) == []


def test_a_document_is_kept_and_handed_over_and_a_page_under_a_picture_s_name_is_not(worker, kept_here, tmp_path):
    worker.goto(kept_here + "/search?q=Asha+Invented")
    worker.click("main a:has-text('Asha Invented')")
    worker.click("text=/^(Documents|1 document)$/")
    before = worker.locator("main a[href*='/documents/document-']").count()
    assert axe(worker) == []
    (tmp_path / "photo.png").write_text("<html><script>alert(1)</script></html>")
    worker.set_input_files("#file", tmp_path / "photo.png")
    worker.fill("#from", "Dr Invented, Invented Surgery")
    worker.click("button:has-text('Add this document')")
    expect(worker.locator("#file-error")).to_contain_text("not one of the kinds taken here")
    expect(worker.locator("#what-error")).to_contain_text("Choose what it is")
    expect(worker.locator("#from")).to_have_value("Dr Invented, Invented Surgery")
    assert axe(worker) == []
    (tmp_path / "Her weight.txt").write_text("Weighed on Monday.")
    worker.set_input_files("#file", tmp_path / "Her weight.txt")
    worker.select_option("#what", "letter")
    worker.click("button:has-text('Add this document')")
    expect(worker.locator("main a[href*='/documents/document-']")).to_have_count(before + 1)
    assert axe(worker) == []
    with worker.expect_download() as download:
        worker.click("text=Her weight.txt >> nth=0")
    assert download.value.suggested_filename == "Her weight.txt"
    assert open(download.value.path()).read() == "Weighed on Monday."
