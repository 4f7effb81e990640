// The archive for Eleventy: collections for packets, terms and the parts of lists, cut as briefgen cuts them.
const LONGEST = 100;
const FIELDS = ["topics", "people", "places", "organizations", "x_publishers"];
const slug = (name) => name.toLowerCase().replaceAll(" ", "-");
const day = (date) => date.toISOString().slice(0, 10);

module.exports = function (config) {
  config.addFilter("termslug", slug);
  config.addFilter("day", day);
  config.addFilter("longday", (date) => date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }));
  config.addPassthroughCopy({ "eleventy-static": "static" });
  const newest = (api) => api.getFilteredByGlob("content/articles/**/*.md").sort((a, b) => b.date - a.date);
  config.addCollection("newest", newest);
  config.addCollection("packets", (api) => api.getFilteredByGlob("content/packets/*.md"));
  config.addCollection("bySlug", (api) => Object.fromEntries(newest(api).map((each) => [each.data.slug, each])));
  config.addCollection("parts", (api) => {
    const articles = newest(api);
    const parts = [];
    cut(parts, "archive", "Archive", articles);
    for (const field of FIELDS) {
      for (const [name, listed] of grouped(articles, (each) => each.data[field])) {
        cut(parts, `${field}/${slug(name)}`, name, listed);
      }
    }
    return parts;
  });
  config.addCollection("indexes", (api) =>
    FIELDS.map((field) => ({
      field,
      terms: [...grouped(newest(api), (each) => each.data[field])].map(([name, listed]) => ({ name, count: listed.length })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    })));
  return { dir: { input: ".", includes: "eleventy-includes", output: "output-eleventy" }, markdownTemplateEngine: false, templateFormats: ["md", "njk"] };
};

function grouped(articles, keys) {
  const found = new Map();
  for (const each of articles) {
    for (const key of keys(each)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(each);
    }
  }
  return found;
}

function cut(parts, path, title, listed) {
  if (listed.length <= LONGEST) {
    parts.push({ path, title, listed });
    return;
  }
  parts.push({ path, title, listed: listed.slice(0, 20) });
  for (const [year, inYear] of grouped(listed, (each) => [day(each.date).slice(0, 4)])) {
    const whole = inYear.length <= LONGEST;
    parts.push({ path: `${path}/${year}`, title, listed: whole ? inYear : [] });
    if (whole) continue;
    for (const [month, inMonth] of grouped(inYear, (each) => [day(each.date).slice(0, 7)])) {
      parts.push({ path: `${path}/${month}`, title, listed: inMonth });
    }
  }
}
