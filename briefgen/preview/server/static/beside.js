// A brief in a window of its own, alone or with its web page, and made anew when it is. A browser
// shows a PDF without scripts, so it is this page around it that listens.

import { connect } from "./connection.js";

const part = (id) => document.getElementById(id);
const brief = decodeURI(location.hash.slice(1));
const address = `/${encodeURI(brief)}`;
const WIDE = matchMedia("(min-width: 70rem)");
const BOTH = "briefgen-preview-both";

let shown = "";

function showBrief(digest) {
  // A browser goes back to the first page of a new PDF; the number brings the reader back.
  const fragment = `#page=${part("number").value || 1}&view=FitH&navpanes=0`;
  part("brief").src = `${address}?${digest}${fragment}`;
  shown = digest;
}

function showPage() {
  const both = part("both").checked;
  if (both && !part("page").src) part("page").src = address.replace(/\.pdf$/, ".html");
  part("page").hidden = !both;
}

// Opened by hand, with no brief or another in the address.
addEventListener("hashchange", () => location.reload());

part("name").textContent = document.title = brief.split("/").pop();
part("alone").href = address;
part("both").checked = (localStorage.getItem(BOTH) ?? (WIDE.matches ? "yes" : "no")) === "yes";
part("both").addEventListener("change", () => {
  localStorage.setItem(BOTH, part("both").checked ? "yes" : "no");
  showPage();
});
part("number").addEventListener("change", () => shown && showBrief(`${shown}-${Date.now()}`));
showPage();
connect(
  address,
  (state) => {
    const digest = state.page?.digest ?? "";
    if (digest && digest !== shown.split("-")[0]) showBrief(digest);
    part("status").textContent = digest ? (state.stale ? `${state.sum}: this is the last good brief` : state.doing) : state.doing || "This brief is not in the site.";
  },
  (is) => {
    if (!is) part("status").textContent = "briefgen serve has stopped";
  },
);
