"""The keys of a keyboard, and where one is after each: what a person who uses no mouse has."""
import re

STOPS = 150
# What marks the stop: an outline or a shadow, thick enough to be seen, on it or on the label of a box or button of its own.
MARK = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const marked = (one) => {
    if (!one) return false;
    const style = getComputedStyle(one);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
      && style.outlineColor !== "rgba(0, 0, 0, 0)";
    return outlined || style.boxShadow !== "none";
  };
  const box = at.getBoundingClientRect();
  const label = at.labels && at.labels[0];
  return {
    id: at.id, name: at.name || "", value: at.value || "", kind: at.type || at.tagName.toLowerCase(),
    words: (at.innerText || at.getAttribute("aria-label") || "").trim(), href: at.getAttribute("href") || "",
    seen: (marked(at) || marked(label)) && box.width > 0 && box.height > 0
      && box.bottom > 0 && box.top < innerHeight,
  };
}"""


class Keys:
    def __init__(self, page):
        self.page, self.pressed, self.unseen = page, 0, []

    def press(self, key):
        self.page.keyboard.press(key)
        self.pressed += 1

    def type(self, text):
        self.page.keyboard.type(text)
        self.pressed += len(text)

    def stop(self):
        at = self.page.evaluate(MARK)
        if at and not at["seen"]:
            self.unseen.append((self.page.url, at["id"] or at["words"] or at["kind"]))
        return at

    def to(self, wanted, key="Tab"):
        """Goes on until the wanted stop is reached."""
        for _ in range(STOPS):
            self.press(key)
            at = self.stop()
            if at and wanted(at):
                return at
        raise AssertionError(f"not within reach by {key} on {self.page.url}")

    def to_field(self, name, value=None):
        return self.to(lambda at: at["name"] == name and (value is None or at["value"] == value))

    def write(self, name, text):
        self.to_field(name)
        self.press("Control+a")
        self.type(text)

    def choose(self, name, value):
        """Into the group by Tab, and within it by the arrows, as radio buttons are."""
        at = self.to_field(name)
        if at["kind"] == "checkbox":
            while at["value"] != value:
                at = self.to_field(name)
            self.press("Space")
            return
        if at["kind"] != "radio":
            self.page.keyboard.type(value)
            return
        # The first radio of a group nobody has chosen from; Space chooses it, arrows go on from there.
        if at["value"] == value:
            self.press("Space")
        else:
            self.to(lambda at: at["name"] == name and at["value"] == value, "ArrowDown")

    def skip(self):
        """Past what stands on every page."""
        self.to(lambda at: at["words"].startswith("Skip"))
        self.press("Enter")

    def follow(self, words):
        self.to(lambda at: re.fullmatch(words, at["words"]) is not None)
        with self.page.expect_navigation():
            self.press("Enter")

    def back_to(self, words):
        self.to(lambda at: re.fullmatch(words, at["words"]) is not None, "Shift+Tab")
        with self.page.expect_navigation():
            self.press("Enter")
