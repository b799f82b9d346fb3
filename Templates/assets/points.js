// Narrows the points to improve, keeps the choice in the address, and saves what is shown. Their texts are scripts, one a
// year, which are loaded when they are wanted: that works from a disk, where nothing can be fetched.
"use strict";
const place = first("[data-points]");
const labels = {
  text: "Words", within: "Inspected within", theme: "Theme", service: "Service", region: "Region", set: "Set",
  authority: place.dataset.points
};
const most = 200;
const fields = {};
const status = make("p", { role: "status", class: "section-note" });
const list = make("ol", { class: "points tracker" });
const button = make("button", { type: "button" }, "Save these as a file");
const loading = {};
let choices, names, found, timer;

function load(name, use) {
  if (loading[name]) return;
  loading[name] = true;
  var loader = make("script", { src: name + ".js" });
  loader.onload = use;
  document.head.append(loader);
}

function add(name, options) {
  var field = fields[name] = options ? make("select", {}) : make("input", { type: "search" });
  if (options) field.append(make("option", { value: "" }, "Any"));
  (options || []).forEach(([value, text]) => field.append(make("option", { value: value }, text || value)));
  var label = make("label", {}, labels[name] + " ");
  label.append(field);
  return label;
}

// The first day that counts: so many years before today.
function firstDay() {
  if (!fields.within.value) return "";
  var day = new Date();
  day.setFullYear(day.getFullYear() - fields.within.value);
  return day.toISOString().slice(0, 10);
}

function apply() {
  var query = new URLSearchParams();
  Object.keys(fields).forEach(name => fields[name].value && query.set(name, fields[name].value));
  try {
    history.replaceState(null, "", "?" + query);
  } catch (problem) { /* from a disk some browsers forbid it */ }
  var day = firstDay();
  var years = choices.years.filter(year => !day || year >= day.slice(0, 4) && year !== "undated");
  var missing = years.filter(year => !choices.points[year]);
  missing.forEach(year => load("points-" + year, apply));
  button.disabled = missing.length > 0;
  if (missing.length) return status.textContent = "Loading…";
  var words = folded(fields.text.value);
  var members = (choices.sets.find(set => set[0] === fields.set.value) || [])[1];
  found = [];
  years.forEach(year => choices.points[year].forEach(report => {
    var [slug, id, framework, service, date, page, points] = report;
    var authority = names[slug];
    var isWanted = date >= day && ["", slug].includes(fields.authority.value) && (!members || members.includes(slug)) &&
      ["", service].includes(fields.service.value) && ["", authority[2]].includes(fields.region.value);
    if (isWanted) points.forEach(point => {
      if (fields.theme.value && !point[5].includes(fields.theme.value)) return;
      if (words && !(" " + folded(point[1])).includes(" " + words)) return;
      found.push([report, point]);
    });
  }));
  show();
}

function show() {
  status.textContent = found.length + (found.length === 1 ? " point." : " points.") +
    (found.length > most ? " The latest " + most + " are shown; the file has all." : "");
  list.replaceChildren(...found.slice(0, most).map(([[slug, id, framework, service, date, page], point]) => {
    var item = make("li", { class: "point" });
    var note = make("p", { class: "point-note" });
    note.append(
      make("a", { href: "../" + page + "#" + point[0] }, names[slug][1] + ", " + framework), " ",
      make("span", { class: "when" }, date || "undated"));
    if (point[4]) note.append(" ", make("span", { class: "due" }, "due " + point[4] + ", computed"));
    item.append(make("p", {}, point[1]), note);
    return item;
  }));
}

function saveFound() {
  saveLines("recommendations.csv", [[
    "recommendation_id", "authority_slug", "authority_name", "region", "service", "framework", "inspection_start", "group",
    "timescale", "due", "themes", "text", "page"
  ]].concat(found.map(([[slug, id, framework, service, date, page], point]) => [
    id + "-" + point[0], slug, names[slug][1], names[slug][2], service, framework, date, point[2], point[3], point[4],
    point[5].map(theme => choices.themes.find(each => each[0] === theme)[1]).join("; "), point[1], page + "#" + point[0]
  ])));
}

function begin() {
  choices = window.sitegenPoints;
  names = Object.fromEntries(choices.authorities.map(each => [each[0], each]));
  var regions = [...new Set(choices.authorities.map(each => each[2]))].filter(Boolean).sort();
  var bar = make("div", { class: "filter", role: "group", "aria-label": "Narrow the points" });
  bar.append(
    add("text"), add("within", [1, 2, 3, 5, 10].map(years => [years, years + (years > 1 ? " years" : " year")])),
    add("theme", choices.themes), add("service", choices.services), add("region", regions.map(region => [region])),
    add("set", choices.sets.map(set => [set[0]])), add("authority", choices.authorities));
  place.replaceChildren(bar, status, button, list);
  var state = new URLSearchParams(location.search);
  Object.keys(fields).forEach(name => fields[name].value = state.get(name) || "");
  on(bar, "input change", () => {
    clearTimeout(timer);
    timer = setTimeout(apply, 200);
  });
  on(button, "click", saveFound);
  apply();
}

const opener = make("button", { type: "button" }, "Filter by words, date, theme, service, region, set");
place.append(opener);
on(opener, "click", () => load("choices", begin));
if (location.search.length > 1) load("choices", begin);
