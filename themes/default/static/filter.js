// Filters the statements of a page where they are. Every choice has a page of its own as well, so
// nothing is lost without this. What was chosen stands in the address, and can be shared.
(() => {
  'use strict';

  const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

  function begin() {
    const form = document.querySelector('.filter');
    if (!form) return;
    const field = form.querySelector('input');
    const status = form.querySelector('[role=status]');
    const items = Array.from(document.querySelectorAll('[data-facets]'), (element) => ({
      element,
      facets: element.dataset.facets.split(' '),
      text: fold(element.textContent),
    }));
    const rows = Array.from(document.querySelectorAll('.said-day'));
    const links = Array.from(document.querySelectorAll('[data-facet]'));
    const chosen = new Set();

    // One choice of each kind: a speaker, a topic, a year.
    const kindOf = (key) => (/^(people|organizations)\//.test(key) ? 'speaker' : key.split('/').length > 1 ? 'topic' : 'year');

    function show() {
      const words = fold(field.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const item of items) {
        const fits = [...chosen].every((key) => item.facets.includes(key)) && words.every((word) => item.text.includes(word));
        item.element.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      for (const row of rows) row.hidden = !row.querySelector('[data-facets]:not([hidden])');
      for (const link of links) {
        const on = link.dataset.facet ? chosen.has(link.dataset.facet) : chosen.size === 0;
        if (on) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
      const narrowed = chosen.size > 0 || words.length > 0;
      const form_of = shown === 0 ? form.dataset.none : narrowed ? form.dataset.some : '';
      status.textContent = form_of.replace('{shown}', shown).replace('{all}', items.length);
    }

    // The address holds the choice after its number sign, which works from a folder on disk too.
    function remember() {
      const kept = new URLSearchParams();
      for (const key of chosen) kept.append('only', key);
      if (field.value.trim()) kept.set('words', field.value.trim());
      const text = kept.toString();
      history.replaceState(null, '', text ? `#${text}` : location.pathname.split('/').pop());
    }

    function recall() {
      const kept = new URLSearchParams(location.hash.slice(1));
      chosen.clear();
      for (const key of kept.getAll('only')) chosen.add(key);
      field.value = kept.get('words') || '';
      show();
    }

    form.addEventListener('submit', (event) => event.preventDefault());
    field.addEventListener('input', () => { show(); remember(); });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && field.value) {
        event.preventDefault();
        field.value = '';
        show();
        remember();
      }
    });
    for (const link of links) {
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        const key = link.dataset.facet;
        if (!key) chosen.clear();
        else if (chosen.has(key)) chosen.delete(key);
        else {
          for (const other of [...chosen]) if (kindOf(other) === kindOf(key)) chosen.delete(other);
          chosen.add(key);
        }
        show();
        remember();
      });
    }
    window.addEventListener('hashchange', recall);
    recall();
  }

  begin();
})();
