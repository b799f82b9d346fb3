// Searches the full text through Pagefind's index, which lies beside the pages. Hits lead to their paragraphs.
"use strict";
const place = first("[data-search]");
const names = { p: "Paragraph ", r: "Point to improve ", l: "Line " };
const labels = { q: "Words", framework: "Framework", region: "Region", year: "Year", judgement: "Judgement", sort: "Order" };
const form = make("form", { role: "search", class: "filter" });
const status = make("p", { role: "status", class: "section-note" });
const list = make("ol", { class: "hits" });
const more = make("button", { type: "button", hidden: "" }, "Show more");
const fields = {};
let engine, hits, timer;
let run = 0;

function option(field, value, text) { field.append(make("option", { value: value }, text)); }

Object.keys(labels).forEach(name => {
  var field = fields[name] = name === "q" ? make("input", { type: "search" }) : make("select");
  if (name !== "q") option(field, "", name === "sort" ? "Best match first" : "Any");
  var label = make("label", {}, labels[name] + " ");
  label.append(field);
  form.append(label);
});
option(fields.sort, "desc", "Newest first");
option(fields.sort, "asc", "Oldest first");
place.append(
  form, make("p", { class: "section-note" }, "Words in quotation marks are found together: \"private fostering\"."),
  status, list, more);

// A page with up to three of its paragraphs that hold the words, those with the most first.
function show(page) {
  var item = make("li");
  var words = page.content.split(/\s+/);
  var anchors = page.anchors.filter(each => /^(r\d{1,4}|l\d+|p\d+(-l\d+)?)$/.test(each.id));
  var found = [];
  item.append(make("h2"));
  item.firstChild.append(make("a", { href: page.url }, page.meta.title));
  page.locations.forEach(at => {
    var place = anchors.findLastIndex(each => each.location <= at);
    if (!found[place + 1]) found[place + 1] = { place: place, hits: [] };
    found[place + 1].hits.push(at);
  });
  if (found.length > 1) delete found[0];
  found.sort((one, other) => other.hits.length - one.hits.length).slice(0, 3).forEach(part => {
    var anchor = anchors[part.place];
    var next = anchors[part.place + 1];
    var first = part.hits[0];
    var start = Math.max(first - 12, anchor ? anchor.location : 0);
    var end = Math.min(first + 24, anchor && next ? next.location : words.length);
    var text = make("p");
    if (anchor) {
      text.append(make("a", { href: page.url + "#" + anchor.id }, names[anchor.id[0]] + parseInt(anchor.id.slice(1))), " ");
      while (start < first && start < anchor.location + 2 && /^(Point|¶|\[?\d+\]?)$/.test(words[start])) start += 1;
    }
    for (var at = start; at < end; at += 1) {
      text.append(part.hits.indexOf(at) < 0 ? words[at] : make("mark", {}, words[at]), " ");
    }
    item.append(text);
  });
  return item;
}

function showMore() {
  var mine = run;
  Promise.all(hits.splice(0, 10).map(hit => hit.data())).then(pages => {
    if (mine !== run) return;
    list.append(...pages.map(show));
    more.hidden = !hits.length;
  });
}

function search() {
  var mine = ++run;
  var wanted = {};
  var query = new URLSearchParams();
  Object.keys(fields).forEach(name => {
    var value = fields[name].value.trim();
    if (!value) return;
    query.set(name, value);
    if (name !== "q" && name !== "sort") wanted[name] = value;
  });
  history.replaceState(null, "", "?" + query);
  var sort = fields.sort.value ? { published: fields.sort.value } : {};
  engine.search(query.get("q"), { filters: wanted, sort: sort }).then(found => {
    if (mine !== run) return;
    hits = found.results;
    list.textContent = "";
    status.textContent = hits.length ? hits.length + (hits.length > 1 ? " pages" : " page")
      : "Nothing found. Only whole words are compared: try fewer, or another spelling.";
    showMore();
  });
}

on(form, "submit", event => event.preventDefault());
on(form, "input change", () => {
  clearTimeout(timer);
  if (engine) timer = setTimeout(search, 200);
});
on(more, "click", showMore);

import("../pagefind/pagefind.js").then(module => {
  engine = module;
  // Without a worker the page loads a third less.
  return engine.options({ noWorker: true }).then(() => engine.filters());
}).then(counts => {
  var state = new URLSearchParams(location.search);
  Object.keys(fields).forEach(name => {
    Object.keys(counts[name] || {}).sort().forEach(value => {
      if (value) option(fields[name], value, value + " (" + counts[name][value] + ")");
    });
    // What was typed while the index came stays.
    fields[name].value = fields[name].value || state.get(name) || "";
  });
  fields.q.focus();
  search();
}).catch(() => {
  status.textContent = "The index could not be loaded. Searching needs a web server.";
});
