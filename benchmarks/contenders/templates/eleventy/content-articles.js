module.exports = {
  layout: "article.njk",
  eleventyComputed: { permalink: (data) => `/articles/${data.slug}.html` },
};
