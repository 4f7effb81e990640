// The live preview of a page. `briefgen serve` puts the tag that loads this into what it sends; the
// files of the output know nothing of it.

import { Bar } from "./bar.js";
import { connect } from "./connection.js";
import { restoreScroll, update } from "./page.js";

const { digest, skeleton } = document.querySelector('script[src="/.briefgen/preview.js"]').dataset;
const seen = { digest, skeleton };
const bar = new Bar();

restoreScroll();
connect(
  location.pathname,
  (state) => {
    bar.show(state);
    const current = update(seen, state.page);
    if (!current) bar.note("This page cannot be brought up to date. Reload it.");
    else if (state.page || !seen.digest) bar.note("");
    else bar.note(`This page is no longer in the site${state.gone ? `: ${state.gone}` : ""}`);
  },
  (is) => bar.connected(is),
);
