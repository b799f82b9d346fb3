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

function dayInWords(day) { return new Date(day).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" }); }

function apply() {
  var query = new URLSearchParams();
  Object.keys(fields).forEach(name => fields[name].value && query.set(name, fields[name].value));
  try {
    history.replaceState(null, "", location.pathname + (query.size ? "?" + query : ""));
  } catch (problem) { /* from a disk some browsers forbid it */ }
  var day = firstDay();
  var years = choices.years.filter(year => !day || year >= day.slice(0, 4) && year !== "undated");
  var missing = years.filter(year => !choices.points[year]);
  missing.forEach(year => load("points-" + year, apply));
  button.disabled = missing.length > 0;
  if (missing.length) return status.textContent = "Loading…";
  var words = folded(fields.text.value);
  var members = membersOf(fields.set.value);
  found = years.flatMap(year => choices.points[year]).filter(report => report.date >= day &&
    ["", report.authority].includes(fields.authority.value) && ["", report.service].includes(fields.service.value) &&
    ["", names[report.authority][2]].includes(fields.region.value) && (!members || members.includes(report.authority))
  ).flatMap(report => report.points.filter(point =>
    (!fields.theme.value || point.themes.includes(fields.theme.value)) &&
    (!words || (" " + folded(point.text)).includes(" " + words))
  ).map(point => ({ ...report, ...point, address: report.page + "#" + point.anchor, name: names[report.authority][1] })));
  show();
}

function show() {
  status.textContent = found.length + (found.length === 1 ? " point." : " points.") +
    (found.length > most ? " The latest " + most + " are shown; the file has all." : "");
  list.replaceChildren(...found.slice(0, most).map(point => {
    var item = make("li", { class: "point" });
    var note = make("p", { class: "point-note" });
    note.append(
      make("a", { href: "../" + point.address }, point.name + ", " + point.framework), " ",
      make("span", { class: "when" }, point.date ? dayInWords(point.date) : "undated"));
    if (point.due) note.append(" ", make("span", { class: "due" }, "due " + dayInWords(point.due) + ", computed"));
    if (point.mark) note.append(" ", make("span", { class: "mark" }, point.mark));
    item.append(make("p", {}, point.text), note);
    return item;
  }));
}

function saveFound() {
  var titles = Object.fromEntries(choices.themes);
  saveRows("recommendations.csv", [[
    "recommendation_id", "authority_slug", "authority_name", "region", "service", "framework", "date", "group",
    "timescale", "due", "themes", "text", "page"
  ]].concat(found.map(point => [
    point.id + "-" + point.anchor, point.authority, point.name, names[point.authority][2], point.service, point.framework,
    point.date, point.group, point.timescale, point.due, point.themes.map(theme => titles[theme]).join("; "), point.text,
    point.address
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
    add("set", window.sitegenIndex.sets.map(set => [set[0]])), add("authority", choices.authorities));
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
function start() { withIndex(() => load("choices", begin)); }
on(opener, "click", start);
if (location.search.length > 1) start();
