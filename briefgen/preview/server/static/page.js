// Brings the page itself up to date: new styles in place, anything else by loading it again where
// the reader was.

const SCROLL = "briefgen-preview-scroll";
const TRIES = "briefgen-preview-tries";
// A page that is behind after so many loads would be loaded for ever.
const MOST = 4;
// A page that nobody sees waits for the end of a row of saves (milliseconds).
const UNSEEN = 700;

const stored = (key) => JSON.parse(sessionStorage.getItem(key) ?? "null");
const store = (key, value) => sessionStorage.setItem(key, JSON.stringify(value));

let pending = 0;

// `seen` is what this page was made from; true if it is, or soon will be, what `page` says.
export function update(seen, page) {
  if (!page || page.digest === seen.digest) {
    clearTimeout(pending);
    if (page) sessionStorage.removeItem(TRIES);
    return true;
  }
  if (seen.skeleton && page.skeleton === seen.skeleton && swap(page.styles)) {
    seen.digest = page.digest;
    return true;
  }
  const tries = stored(TRIES);
  const count = tries?.digest === page.digest ? tries.count + 1 : 1;
  if (count > MOST) return false;
  clearTimeout(pending);
  pending = setTimeout(
    () => {
      store(TRIES, { digest: page.digest, count });
      store(SCROLL, { at: location.href, x: scrollX, y: scrollY });
      location.reload();
    },
    document.hidden ? UNSEEN : 0,
  );
  return true;
}

export function restoreScroll() {
  const kept = stored(SCROLL);
  sessionStorage.removeItem(SCROLL);
  if (kept?.at !== location.href) return;
  const scroll = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
  scroll();
  // Pictures and fonts that came later may have moved the text.
  if (document.readyState !== "complete") addEventListener("load", scroll, { once: true });
}

function swap(styles) {
  const links = [...document.querySelectorAll('link[rel~="stylesheet"]:not([data-leaving])')];
  if (links.length !== styles.length) return false;
  links.forEach((link, index) => {
    if (link.getAttribute("href") === styles[index]) return;
    const fresh = link.cloneNode();
    fresh.setAttribute("href", styles[index]);
    link.dataset.leaving = "";
    // The old sheet goes when the new one is there, so that the page is never without.
    const done = () => link.remove();
    fresh.addEventListener("load", done, { once: true });
    fresh.addEventListener("error", done, { once: true });
    link.after(fresh);
  });
  return true;
}
