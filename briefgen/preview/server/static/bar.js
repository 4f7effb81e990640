// The bar at the foot of the page, and the panels above it. All of it lives in a shadow tree beside
// the body: neither do the site's styles reach it, nor does it move anything of the page.

import { make, say } from "./elements.js";
import { problemList, withheldList } from "./panels.js";

const FOLDED = "briefgen-preview-folded";
const DISMISSED = "briefgen-preview-dismissed";
// What takes less (milliseconds) is not worth a word.
const BRIEFLY = 400;

// The panel has the full sum.
function counted({ errors, warnings, sum }) {
  const [number, noun] = errors ? [errors, "error"] : [warnings, "warning"];
  return number ? `${number} ${noun}${number === 1 ? "" : "s"}` : sum;
}

export class Bar {
  #state = null;
  #open = "";
  #doing = 0;
  #parts = {};

  constructor() {
    const host = make("briefgen-preview", { lang: "en", dir: "ltr", hidden: true });
    const root = host.attachShadow({ mode: "open" });
    const styles = make("link", { rel: "stylesheet", href: "/.briefgen/preview.css" });
    styles.addEventListener("load", () => (host.hidden = false), { once: true });
    root.append(styles, this.#build());
    document.documentElement.append(host);
    addEventListener("keydown", (event) => this.#key(event), { capture: true });
    this.#fold(localStorage.getItem(FOLDED) === "yes");
  }

  // Show how things stand.
  show(state) {
    const before = this.#state;
    this.#state = state;
    const parts = this.#parts;
    say(parts.audience, state.audience);
    parts.who.hidden = !state.audience;
    say(parts.modes, state.modes.join(", "));
    say(parts.withheld, state.known ? `${state.withheld} withheld` : "");
    // Not in the window that shows them side by side.
    parts.brief.hidden = !state.brief || window !== top;
    if (state.brief) parts.brief.href = `/.briefgen/beside.html#${encodeURI(state.brief)}`;
    say(parts.problems, counted(state));
    parts.dock.dataset.mood = state.errors ? "error" : state.sum ? "warning" : "";
    this.#tellDoing(state.doing);
    this.#tellProblems(before, state);
    if (this.#open === "withheld") this.#fetchWithheld();
    if (this.#open === "problems") state.sum ? this.#fillProblems() : this.#show("");
  }

  // Say something about this page, or nothing.
  note(text) {
    say(this.#parts.note, text);
  }

  connected(is) {
    this.#parts.dock.dataset.line = is ? "" : "down";
    say(this.#parts.line, is ? "" : "briefgen serve has stopped");
  }

  #build() {
    const toggle = (name) =>
      make("button", { type: "button", class: `toggle ${name}`, hidden: true, "aria-expanded": "false", "aria-controls": "panel", onclick: () => this.#toggle(name) });
    const parts = (this.#parts = {
      audience: make("b", {}),
      modes: make("span", { class: "modes", hidden: true }),
      withheld: toggle("withheld"),
      problems: toggle("problems"),
      brief: make("a", { class: "brief", target: "briefgen-brief", hidden: true }, "Brief beside"),
      doing: make("span", { class: "doing", role: "status", hidden: true }),
      note: make("span", { class: "note", role: "status", hidden: true }),
      line: make("span", { class: "note", role: "status", hidden: true }),
      alert: make("div", { class: "unseen", role: "alert" }),
      mended: make("div", { class: "unseen", role: "status" }),
      title: make("h2", { id: "title", tabindex: "-1" }),
      lead: make("p", { class: "lead" }),
      content: make("div", { class: "content", role: "group", tabindex: "0", "aria-labelledby": "title" }),
    });
    parts.who = make("span", { class: "who", hidden: true }, make("span", { class: "for" }, "Preview for "), parts.audience);
    parts.panel = make(
      "section",
      { id: "panel", class: "panel", "aria-labelledby": "title", hidden: true },
      make("header", {}, parts.title, make("button", { type: "button", class: "close", onclick: () => this.#dismiss() }, "Close", make("kbd", { "aria-hidden": "true" }, "Esc"))),
      parts.lead,
      parts.content,
    );
    parts.fold = make("button", { type: "button", class: "fold", "aria-label": "Hide the preview bar", onclick: () => this.#foldByHand(true) }, "–");
    parts.unfold = make("button", { type: "button", class: "unfold", "aria-label": "Show the preview bar", onclick: () => this.#foldByHand(false) }, make("span", { class: "dot" }));
    parts.bar = make("div", { class: "bar" }, make("span", { class: "dot", "aria-hidden": "true" }), parts.who, parts.modes, parts.problems, parts.withheld, parts.brief, parts.note, parts.line, parts.doing, parts.fold);
    parts.dock = make("div", { class: "dock", role: "region", "aria-label": "briefgen preview" }, parts.panel, parts.bar, parts.unfold, parts.alert, parts.mended);
    return parts.dock;
  }

  #tellDoing(doing) {
    clearTimeout(this.#doing);
    const { doing: place } = this.#parts;
    if (!doing || !place.hidden) say(place, doing);
    else this.#doing = setTimeout(() => say(place, doing), BRIEFLY);
  }

  #tellProblems(before, state) {
    const key = state.errors ? JSON.stringify([state.sum, state.problems]) : "";
    const dismissed = sessionStorage.getItem(DISMISSED);
    if (!state.errors) {
      sessionStorage.removeItem(DISMISSED);
      if (before?.errors) {
        say(this.#parts.mended, "Mended.");
        if (this.#open === "problems") this.#show("");
      }
    } else if (key !== dismissed) {
      if (this.#open !== "problems") this.#show("problems");
      this.#parts.mended.textContent = "";
    }
    say(this.#parts.alert, state.errors && key !== dismissed ? `${state.sum}: ${state.problems[0].message}` : "");
  }

  #toggle(name) {
    if (this.#open === name) return this.#dismiss();
    this.#show(name);
    this.#parts.title.focus();
  }

  #show(name) {
    const { panel, withheld, problems } = this.#parts;
    this.#open = name;
    panel.hidden = !name;
    panel.dataset.kind = name;
    withheld.setAttribute("aria-expanded", String(name === "withheld"));
    problems.setAttribute("aria-expanded", String(name === "problems"));
    if (name === "problems") this.#fillProblems();
    if (name === "withheld") this.#fetchWithheld();
  }

  #fillProblems() {
    const { title, lead, content } = this.#parts;
    say(title, this.#state.sum);
    say(lead, this.#state.stale ? "You see the last good pages. They are made anew as soon as this is mended." : "");
    content.replaceChildren(...problemList(this.#state));
  }

  async #fetchWithheld() {
    const { title, lead, content } = this.#parts;
    const answer = await fetch("/.briefgen/withheld");
    const list = await answer.json();
    if (this.#open !== "withheld") return;
    say(title, `Withheld from ${list.audience}`);
    say(lead, list.items.length ? "Only this bar knows of them: they are in no file of the output." : "Nothing is withheld.");
    content.replaceChildren(...withheldList(list));
  }

  // Close the panel by hand: what it told is not shown again until it is something else.
  #dismiss() {
    const name = this.#open;
    const { panel, alert } = this.#parts;
    const inside = panel.contains(panel.getRootNode().activeElement);
    if (name === "problems" && this.#state.errors) {
      sessionStorage.setItem(DISMISSED, JSON.stringify([this.#state.sum, this.#state.problems]));
      alert.textContent = "";
    }
    this.#show("");
    if (inside) this.#parts[name].focus();
  }

  #key(event) {
    if (event.key !== "Escape" || !this.#open || document.querySelector("dialog[open]")) return;
    event.stopPropagation();
    this.#dismiss();
  }

  #foldByHand(is) {
    localStorage.setItem(FOLDED, is ? "yes" : "no");
    if (is && this.#open) this.#dismiss();
    this.#fold(is);
    (is ? this.#parts.unfold : this.#parts.fold).focus();
  }

  #fold(is) {
    this.#parts.bar.hidden = is;
    this.#parts.unfold.hidden = !is;
  }
}
