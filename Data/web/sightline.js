// A little help for those who have JavaScript. Nothing on any page needs it.
(() => {
  "use strict";

  // Keys: "/" goes to the search box, "g" then "t" to Today. They can be turned off, because single keys
  // get in the way of people who speak to their computer.
  const kept = "sightline-keys";
  const keysAreOn = () => {
    try {
      return localStorage.getItem(kept) !== "off";
    } catch {
      return true;
    }
  };

  const isTyping = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;

  const goToSearch = () => {
    const boxes = [...document.querySelectorAll("[data-search]")];
    const box = boxes.find((box) => box.checkVisibility());
    if (box) {
      box.focus();
      box.select();
    } else if (document.querySelector('a[href="/search"]')) {
      location.assign("/search");
    }
  };

  let before = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !keysAreOn()) return;
    if (event.key === "/") {
      event.preventDefault();
      goToSearch();
    } else if (before === "g" && event.key === "t" && document.querySelector('a[href="/today"]')) {
      location.assign("/today");
    }
    before = event.key;
  });

  const keys = document.getElementById("keys");
  if (keys && document.querySelector('a[href="/search"]')) {
    const turn = document.createElement("button");
    turn.type = "button";
    turn.className = "plain";
    const say = () => {
      turn.textContent = keysAreOn() ? "Turn shortcut keys off" : "Turn shortcut keys on";
      keys.firstChild.textContent = keysAreOn() ? "Keys: / search, g t Today. " : "Shortcut keys are off. ";
    };
    keys.append(document.createTextNode(""), turn);
    turn.addEventListener("click", () => {
      try {
        localStorage.setItem(kept, keysAreOn() ? "off" : "on");
      } catch {
        turn.remove();
      }
      say();
    });
    say();
  }

  // What must be put right is read out and reached first.
  document.querySelector(".errors")?.focus();

  // What is being written is kept on the server as it is typed. Without this there is the button that keeps it.
  const draft = document.querySelector("form[data-draft]");
  if (draft) {
    const said = document.getElementById("kept");
    let waiting = 0;
    let isSending = false;
    const keep = async () => {
      if (isSending) return;
      const fields = new URLSearchParams(new FormData(draft));
      fields.set("keep", "yes");
      fields.set("quiet", "yes");
      try {
        const answer = await fetch(draft.action, { method: "POST", body: fields, redirect: "manual" });
        // Anything else leads to signing in again, or says what is wrong.
        said.textContent = answer.status === 204
          ? `Kept at ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`
          : "Not kept. Copy what you have written before you leave this page.";
      } catch {
        said.textContent = "Not kept: there is no connection. It is tried again as you type.";
      }
    };
    draft.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, 800);
    });
    draft.addEventListener("submit", () => {
      isSending = true;
      clearTimeout(waiting);
    });
  }

  // A load under way brings its own progress up to date; when it has ended, the page is fetched whole.
  const poll = async () => {
    const shown = document.querySelector("[data-poll]");
    if (!shown) return;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.ok) {
        const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-poll]");
        if (!next) {
          location.reload();
          return;
        }
        if (next.textContent !== shown.textContent) shown.replaceChildren(...next.childNodes);
      }
    } catch {
      // The next turn asks again; the page says how to ask by hand.
    }
    setTimeout(poll, 1000 * Number(shown.dataset.poll));
  };
  setTimeout(poll, 3000);
})();
