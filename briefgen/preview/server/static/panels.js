// What the panels above the bar show.

import { make } from "./elements.js";

export function problemList(state) {
  const items = state.problems.map((problem) =>
    make(
      "li",
      { class: problem.severity },
      make(
        "p",
        { class: "message" },
        make("span", { class: "severity" }, problem.severity),
        " ",
        sentence(problem.message),
      ),
      ...place(problem),
      ...line(problem),
      ...(problem.hint ? [make("p", { class: "hint" }, sentence(problem.hint))] : []),
    ),
  );
  const rest = state.more ? [make("p", { class: "rest" }, `${state.more} more are told in the terminal.`)] : [];
  return [make("ul", { class: "problems" }, ...items), ...rest];
}

// Between backticks stands what is to be typed.
function sentence(text) {
  const parts = text.split("`").map((part, index) => (index % 2 ? make("code", {}, part) : part));
  return make("bdi", {}, ...parts);
}

function place(problem) {
  const code = make("span", { class: "code" }, problem.code);
  if (!problem.place) return [make("p", { class: "place" }, code)];
  // One click selects all of it, for the editor's “go to file”.
  return [make("p", { class: "place" }, make("span", { class: "file" }, problem.place), " ", code)];
}

function line(problem) {
  if (!problem.line) return [];
  const marked = make("mark", { class: problem.marked ? "" : "here" }, problem.marked);
  const text = make("bdi", {}, problem.before, marked, problem.after);
  return [make("pre", {}, make("span", { class: "number", "aria-hidden": "true" }, String(problem.line)), text)];
}

export function withheldList(list) {
  const reasons = new Map();
  for (const item of list.items) reasons.set(item.why, [...(reasons.get(item.why) ?? []), item]);
  return [...reasons].flatMap(([why, items]) => [
    make("h3", {}, `${why[0].toUpperCase()}${why.slice(1)} `, make("span", { class: "count" }, String(items.length))),
    make(
      "ul",
      { class: "withheld" },
      ...items.map((item) =>
        make(
          "li",
          {},
          make("p", { class: "message" }, make("span", { class: "kind" }, item.kind), " ", make("bdi", {}, item.title || item.name)),
          make("p", { class: "place" }, make("span", { class: "file" }, item.path)),
        ),
      ),
    ),
  ]);
}
