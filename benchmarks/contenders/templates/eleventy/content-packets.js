module.exports = {
  layout: "packet.njk",
  eleventyComputed: { permalink: (data) => `/packets/${data.slug}.html` },
};
