// The search page. The index lies beside the page, and is searched here: no word that is typed leaves
// the device. What is asked for stands in the address, so that a search can be kept and sent, and the
// browser's Back works; every filter is a link.
(() => {
  'use strict'
  const at = (id) => document.getElementById(id)
  const form = at('search')
  if (!form) return
  const field = at('q')
  const count = at('count')
  const why = at('why')
  const instead = at('instead')
  const results = at('results')
  const found = at('found')
  const more = at('more')
  const kinds = at('kinds')
  const filters = at('filters')
  const PAGE = 20
  const MOST = 8 // values of a filter that are offered
  const FILTERS = ['kind', 'person', 'organization', 'place', 'topic', 'publisher', 'year']

  const fail = (reason) => {
    why.textContent = reason
    instead.hidden = false
    form.hidden = results.hidden = true
    count.textContent = ''
  }
  if (location.protocol === 'file:') return fail(instead.dataset.disk)

  const element = (name, attributes, ...inside) => {
    const made = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    made.append(...inside)
    return made
  }
  const words = (text, ...values) => {
    // The place of the words that were looked for is filled with an element, not with markup.
    const parts = []
    for (const part of text.split(/(%[ds])/)) {
      if (part === '%d' || part === '%s') parts.push(values[part === '%d' ? 0 : 1])
      else parts.push(part)
    }
    return parts
  }

  let engine
  const load = async () => {
    if (!engine) {
      engine = import(new URL(form.dataset.script, location.href)).then(async (made) => {
        await made.options({ excerptLength: 30 })
        await made.init()
        // Only once they are loaded are they counted.
        await made.filters()
        return made
      })
    }
    return engine
  }

  const asked = () => {
    const query = new URLSearchParams(location.search)
    const chosen = {}
    for (const name of FILTERS) if (query.get(name)) chosen[name] = query.get(name)
    return { term: (query.get('q') || '').trim(), chosen }
  }
  const address = (term, chosen) => {
    const query = new URLSearchParams({ q: term, ...chosen })
    return `${location.pathname}?${query}`
  }

  // Excerpts come as text with <mark> around what was found, and nothing else of it is markup.
  const marked = (html) => {
    const parts = []
    for (const part of html.split(/(<mark>.*?<\/mark>)/s)) {
      const inner = part.match(/^<mark>(.*)<\/mark>$/s)
      const inert = document.createElement('template')
      inert.innerHTML = inner ? inner[1] : part
      const text = inert.content.textContent
      if (text) parts.push(inner ? element('mark', {}, text) : text)
    }
    return parts
  }
  // What is cut out of a text says so at its ends.
  const excerpt = (one) => {
    const parts = marked(one.excerpt)
    const text = parts.map((part) => part.textContent ?? part).join('').trim()
    const whole = one.content.trim()
    if (!whole.startsWith(text.slice(0, 30))) parts.unshift('… ')
    if (!whole.endsWith(text.slice(-30))) parts.push(' …')
    return parts
  }
  const titled = (title, term) => {
    const wanted = term.match(/[\p{L}\p{M}\p{N}]+/gu) || []
    if (!wanted.length) return [title]
    const pattern = new RegExp(`(${wanted.map((word) => word.replace(/[^\p{L}\p{M}\p{N}]/gu, '')).join('|')})`, 'giu')
    return title.split(pattern).map((part, n) => (n % 2 ? element('mark', {}, part) : part))
  }
  const kindOf = (name) => kinds.querySelector(`template[data-kind="${CSS.escape(name || '')}"]`)

  // As on all other pages: two cells, light where F or 6 says that nobody knows.
  const rated = (rating) => {
    const cells = [...rating].map((each) => element('i', 'F6'.includes(each) ? { class: 'unk' } : {}, each))
    const [letter, figure] = rating
    const said = filters.dataset
    const label = said.rated
      .replace('%c', rating)
      .replace('%r', said[letter.toLowerCase()])
      .replace('%k', said[`c${figure}`])
    return element('span', { class: 'rate', role: 'img', 'aria-label': label }, ...cells)
  }

  const entry = (one, term) => {
    const { meta } = one
    const kind = kindOf(one.filters.kind?.[0])
    const details = []
    const detail = (...inside) => details.push(element('span', {}, ...inside))
    if (kind) detail(meta.number ? `${kind.dataset.one} ${filters.dataset.number.replace('%s', meta.number)}` : kind.dataset.one)
    for (const publisher of one.filters.publisher || []) detail(element('bdi', {}, publisher))
    if (meta.date) detail(meta.inferred ? `${meta.date} (${filters.dataset.inferred})` : meta.date)
    if (meta.rating) details.push(rated(meta.rating))
    for (const mark of meta.marks || '') {
      const made = results.querySelector(`template[data-mark="${CSS.escape(mark)}"]`)
      if (made) details.push(made.content.cloneNode(true))
    }
    const link = element('a', { href: form.dataset.root + one.raw_url }, element('bdi', {}, ...titled(meta.title, term)))
    return element(
      'li',
      { class: 'entry' },
      element('h3', {}, link),
      element('p', { class: 'sum', dir: 'auto' }, ...excerpt(one)),
      element('p', { class: 'by' }, ...details),
    )
  }

  const choice = (label, number, href, current) => {
    const made = element('a', { href }, element('bdi', {}, label), ' ', element('span', {}, String(number)))
    if (current) made.setAttribute('aria-current', 'true')
    return made
  }
  const offerKinds = (term, chosen, counts, all) => {
    kinds.querySelectorAll('a').forEach((each) => each.remove())
    const { kind: current, ...others } = chosen
    kinds.append(choice(kinds.dataset.all, all, address(term, others), !current))
    for (const each of kinds.querySelectorAll('template')) {
      const name = each.dataset.kind
      const number = counts[name] || 0
      const label = each.content.textContent
      if (number) kinds.append(choice(label, number, address(term, { ...others, kind: name }), name === current))
    }
  }
  const offerFilters = (term, chosen, counts, all) => {
    for (const section of filters.querySelectorAll('[data-filter]')) {
      const name = section.dataset.filter
      section.querySelectorAll('a').forEach((each) => each.remove())
      const { [name]: current, ...others } = chosen
      const values = Object.entries(counts[name] || {}).filter(([, number]) => number)
      if (name === 'year') values.sort((one, two) => two[0].localeCompare(one[0]))
      else values.sort((one, two) => two[1] - one[1] || one[0].localeCompare(two[0]))
      const offered = values.slice(0, MOST)
      if (current && !offered.some(([value]) => value === current)) offered.unshift([current, counts[name]?.[current] || 0])
      // What all have in common is no choice.
      const chooses = offered.some(([value, number]) => value === current || number < all)
      section.hidden = !chooses
      if (!chooses) continue
      for (const [value, number] of offered) {
        const chosenNow = value === current
        const href = address(term, chosenNow ? others : { ...others, [name]: value })
        const link = choice(value, number, href, chosenNow)
        if (chosenNow) {
          link.lastChild.append(element('span', { 'aria-hidden': 'true' }, ' ×'))
          link.append(element('span', { class: 'vh' }, ` ${filters.dataset.clear}`))
        }
        section.append(link)
      }
    }
  }

  let latest = 0
  const show = async () => {
    const { term, chosen } = asked()
    const turn = ++latest
    if (field.value.trim() !== term) field.value = term
    if (!term && !Object.keys(chosen).length) {
      results.hidden = true
      count.textContent = count.dataset.sent
      return
    }
    count.textContent = count.dataset.busy
    let made
    let free
    try {
      const pagefind = await load()
      const { kind, ...others } = chosen
      const [answer, all] = await Promise.all([
        pagefind.search(term || null, { filters: chosen }),
        // The numbers beside the kinds are those without a choice among them.
        kind ? pagefind.search(term || null, { filters: others }) : null,
      ])
      made = answer
      free = all || answer
    } catch {
      return fail(instead.dataset.lost)
    }
    if (turn !== latest) return
    const number = made.results.length
    const held = element('b', { class: 'ink' }, term || Object.values(chosen).join(', '))
    const { lang } = document.documentElement
    const several = count.dataset[new Intl.PluralRules(lang).select(number)]
    const told = words(number ? several : count.dataset.none, number.toLocaleString(lang), held)
    count.replaceChildren(...told, ' ', count.dataset.sent)
    offerKinds(term, chosen, free.filters.kind || {}, free.results.length)
    offerFilters(term, chosen, made.filters, number)
    results.hidden = !number && !Object.keys(chosen).length
    let shown = 0
    const further = async () => {
      const next = await Promise.all(made.results.slice(shown, shown + PAGE).map((each) => each.data()))
      if (turn !== latest) return
      const entries = next.map((each) => entry(each, term))
      if (!shown) found.replaceChildren(...entries)
      else {
        found.append(...entries)
        // Who asked by keyboard goes on with the first of them.
        entries[0].querySelector('a').focus()
      }
      shown += next.length
      more.hidden = shown >= number
    }
    more.onclick = further
    more.hidden = true
    found.replaceChildren()
    await further()
  }

  const go = (href) => {
    history.pushState(null, '', href)
    show()
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    go(address(field.value.trim(), asked().chosen))
  })
  results.addEventListener('click', (event) => {
    const link = event.target.closest('.facet a')
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return
    event.preventDefault()
    go(link.href)
    count.scrollIntoView({ block: 'nearest' })
  })
  addEventListener('popstate', show)
  // The index is looked for once somebody means to search.
  field.addEventListener('focus', () => load().catch(() => fail(instead.dataset.lost)), { once: true })
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]')
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      field.focus()
    }
  })

  show()
})()
