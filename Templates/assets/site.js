// What scripts add: finding an authority, narrowing the list, contents that follow the reader, citations to copy.
// Every page is whole without them; nothing is fetched from elsewhere and nothing is remembered.
"use strict";
var root = document.currentScript.getAttribute("src").replace("assets/site.js", "");

function make(tag, attributes, text) {
  var element = document.createElement(tag);
  Object.keys(attributes || {}).forEach(name => element.setAttribute(name, attributes[name]));
  if (text) element.textContent = text;
  return element;
}

function first(selector) { return document.querySelector(selector); }

function on(element, kinds, act) {
  kinds.split(" ").forEach(kind => element.addEventListener(kind, act, { passive: kind === "touchstart" }));
}

function folded(text) {
  return text.toLowerCase().normalize("NFD").replace(/&/g, " and ").replace(/[^a-z0-9]+/g, " ").trim();
}

// The words of a name without those that only say what kind of body it is.
function bareName(text) {
  var kinds = / (city|county|borough|district|metropolitan|council|of|the|london|royal)(?= )/g;
  return (" " + folded(text) + " ").replace(kinds, "").trim() || folded(text);
}

// The index of authorities, judgements and grades is a script beside this one, loaded when it is first needed:
// that works from a disk, where nothing can be fetched.
var waiting = null;
function withIndex(use) {
  if (window.sitegenIndex) return use(window.sitegenIndex);
  if (waiting) return waiting.push(use);
  waiting = [use];
  var loader = make("script", { src: root + "assets/index.js" });
  loader.onload = () => waiting.forEach(each => each(window.sitegenIndex));
  document.head.appendChild(loader);
}

// Find an authority

function addFinder() {
  var box = first("[data-finder]");
  if (!box) return;
  box.setAttribute("role", "search");
  var label = make("label", { for: "find" }, box.dataset.finder);
  var input = make("input", {
    id: "find", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false",
    "aria-controls": "found", "aria-autocomplete": "list"
  });
  var list = make("ul", { id: "found", role: "listbox", "aria-label": "Authorities", hidden: "" });
  box.append(label, input, list);
  var chosen = -1;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    var items = list.children;
    if (!items.length) return;
    chosen = (index + items.length) % items.length;
    [...items].forEach((item, place) => item.setAttribute("aria-selected", place === chosen));
    input.setAttribute("aria-activedescendant", items[chosen].id);
    items[chosen].scrollIntoView({ block: "nearest" });
  }

  function go(item) { if (item && item.dataset.address) location.href = item.dataset.address; }

  function show(index) {
    var asked = input.value.split(/[,;]/).filter(folded);
    list.textContent = "";
    if (!asked.length) return close();
    // Names that begin with the words come before names that hold them, and other names after those of today.
    var found = index.authorities.map(entry => {
      var names = [entry[0]].concat(entry.slice(2));
      var ranks = names.map((name, place) => Math.min(...asked.map(part => {
        var at = Math.max(
          (" " + folded(name)).indexOf(" " + folded(part)), (" " + bareName(name)).indexOf(" " + bareName(part)));
        return at < 0 ? 9 : (at > 0) + 2 * (place > 0);
      })));
      var rank = Math.min(...ranks);
      return [entry, rank, names[ranks.indexOf(rank)]];
    }).filter(hit => hit[1] < 9).sort((one, other) => one[1] - other[1]);
    found.slice(0, 8).forEach(([entry, rank, name], place) => {
      var words = rank < 2 ? entry[0] : name + ": see " + entry[0];
      var item = make("li", { id: "found-" + place, role: "option", "aria-selected": "false" }, words);
      item.dataset.address = root + "authorities/" + entry[1] + "/index.html";
      list.append(item);
    });
    if (!list.children.length) {
      var isPostcode = /authority/.test(box.dataset.finder) && /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i.test(input.value.trim());
      var item = make("li", { id: "found-0", role: "option" }, isPostcode
        ? "GOV.UK says which council a postcode is in" : "Nothing here has that name. Look through all, A to Z");
      item.dataset.address = isPostcode ? "https://www.gov.uk/find-local-council" : root + "index.html#authorities";
      list.append(item);
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    chosen = -1;
  }

  on(input, "focus", () => { withIndex(() => {}); });
  on(input, "input", () => withIndex(show));
  on(input, "blur", () => setTimeout(close, 150));
  on(input, "keydown", event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter") {
      if (!list.hidden) go(list.children[Math.max(chosen, 0)]);
    } else if (event.key === "Escape") {
      close();
    }
  });
  on(list, "mousedown", event => go(event.target));
  on(document, "keydown", event => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      input.focus();
    }
  });
}

// The slugs of a set's authorities; undefined without a set.
function membersOf(title) {
  var set = title && window.sitegenIndex.sets.find(each => each[0] === title);
  return set && set.slice(1);
}

// Narrow the list, and the map with it

function addFilter() {
  var table = first("table.authorities");
  var place = first("[data-narrow]");
  if (!table || !place) return;
  var rows = [...table.tBodies[0].rows];
  function build() { withIndex(index => buildFilter(place, rows, index)); }
  if (location.search.length > 1) return build();
  var button = make("button", { type: "button" }, "Filter by name, region, set, grade");
  place.append(button);
  on(button, "click", () => {
    button.remove();
    build();
  });
}

function buildFilter(place, rows, index) {
  var bar = make("div", { class: "filter", role: "group", "aria-label": "Narrow the list" });
  var state = new URLSearchParams(location.search);
  var fields = {};
  var status = make("p", { class: "section-note", role: "status" });

  function values(read) { return [...new Set(rows.flatMap(read))].filter(Boolean).sort(); }

  function add(name, label, field) {
    var holder = make("label", {}, label + " ");
    field.id = "filter-" + name;
    holder.append(field);
    if (!field.options || field.options.length > 2) bar.append(holder);
    fields[name] = field;
  }

  function select(choices, labels) {
    var field = make("select");
    field.append(make("option", { value: "" }, "Any"));
    choices.forEach(choice => field.append(make("option", { value: choice }, labels && labels[choice] || choice)));
    return field;
  }

  function plain(key) { return values(row => row.dataset[key]); }

  // The judgements or the grades of a row: `id=grade id=grade`.
  function graded(row, part) {
    return row.dataset.grades ? row.dataset.grades.split(" ").map(pair => pair.split("=")[part]) : [];
  }

  add("name", "Name", make("input", { type: "text", autocomplete: "off" }));
  add("region", "Region", select(plain("region")));
  add("framework", "Framework", select(plain("framework")));
  add("set", "Set", select(index.sets.map(set => set[0])));
  add("year", "Year", select(plain("year").reverse()));
  add("judgement", "Judgement", select(values(row => graded(row, 0)), Object.fromEntries(index.judgements)));
  add("grade", "Grade", select(values(row => graded(row, 1)), Object.fromEntries(index.grades)));

  function shows(row) {
    var names = fields.name.value.split(/[,;]/).map(folded).filter(Boolean);
    if (names.length && !names.some(name => folded(row.dataset.name).includes(name))) return false;
    var members = membersOf(fields.set.value);
    if (members && !members.includes(slug(row.querySelector("a")))) return false;
    if (!["region", "framework", "year"].every(key => !fields[key].value || row.dataset[key] === fields[key].value)) {
      return false;
    }
    var judgement = fields.judgement.value;
    var grade = fields.grade.value;
    if (!judgement && !grade) return true;
    var grades = graded(row, 1);
    return graded(row, 0).some((id, place) => (!judgement || id === judgement) && (!grade || grades[place] === grade));
  }

  // An authority's name in addresses, from the link to its page.
  function slug(link) { return link.getAttribute("href").split("/").at(-2); }

  function apply() {
    var count = 0;
    var hidden = new Set();
    rows.forEach(row => {
      row.hidden = !shows(row);
      count += !row.hidden;
      if (row.hidden) hidden.add(slug(row.querySelector("a")));
    });
    document.querySelectorAll(".tiles a").forEach(tile => tile.classList.toggle("out", hidden.has(slug(tile))));
    status.textContent = count + " of " + rows.length + " shown.";
    var query = new URLSearchParams();
    Object.keys(fields).forEach(key => fields[key].value && query.set(key, fields[key].value));
    var text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (problem) { /* from a disk some browsers forbid it */ }
  }

  Object.keys(fields).forEach(key => { fields[key].value = state.get(key) || ""; });
  on(bar, "input change", apply);
  place.append(bar, status);
  apply();
  if (!state.toString()) fields.name.focus();
}

// What is true now: months to the reader's day, rows in another order, and what is shown as a file

function monthsSince(date) {
  var [year, month, day] = date.split("-").map(Number);
  var today = new Date();
  return (today.getFullYear() - year) * 12 + today.getMonth() + 1 - month - (today.getDate() < day ? 1 : 0);
}

// What a cell is sorted by: the day, the place of its first grade on the scale, or its words.
function sortKey(cell) {
  if (cell.dataset.since) return cell.dataset.since;
  var since = cell.parentNode.querySelector("[data-since]");
  if (cell.dataset.title === "Since" && since) return since.dataset.since;
  var badge = cell.querySelector(".badge");
  return (badge ? ["top", "second", "middle", "adequate", "third", "bottom", "score"].findIndex(role => badge.classList.contains("badge-" + role)) : 9) +
    folded(cell.textContent);
}

function addSorting(table) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    var button = make("button", { type: "button" }, head.textContent);
    head.replaceChildren(button);
    on(button, "click", () => {
      var isUp = head.getAttribute("aria-sort") !== "ascending";
      [...head.parentNode.cells].forEach(cell => cell.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
      var rows = [...table.tBodies[0].rows].map(row => [sortKey(row.cells[column]), row]);
      rows.sort((one, other) => (one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : 0) * (isUp ? 1 : -1));
      table.tBodies[0].append(...rows.map(pair => pair[1]));
    });
  });
}

function addSaving(table) {
  var button = make("button", { type: "button" }, "Save what is shown as a file");
  table.before(button);
  on(button, "click", () => {
    var rows = [...table.tBodies[0].rows].filter(row => !row.hidden).map(row => [row.dataset.region, ...row.cells]);
    saveRows(table.dataset.save, [["Region", ...table.tHead.rows[0].cells]].concat(rows));
  });
}

// Saves rows of texts or cells as a file.
function saveRows(name, rows) {
  var lines = rows.map(row => row.map(
    cell => '"' + (cell?.textContent ?? cell ?? "").replace(/\s+/g, " ").trim().replace(/"/g, '""') + '"').join(","));
  var link = make("a", { download: name });
  link.href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" }));
  link.click();
}

function addNow() {
  document.querySelectorAll("[data-since]").forEach(cell => {
    if (cell.dataset.since && !cell.textContent) cell.textContent = monthsSince(cell.dataset.since);
  });
  var table = first("table[data-save]");
  if (!table) return;
  addSorting(table);
  addSaving(table);
}

// Contents that follow the reader

// A heading counts as passed once it is in the window's top part or above it; the last one passed is where the reader
// is. Above the window the observed area has no end, so that a long jump is noticed too.
function followReader() {
  var contents = first(".contents");
  if (!contents) return;
  var links = [...contents.querySelectorAll("ol a")];
  var headings = links.map(link => document.getElementById(link.hash.slice(1)));
  var passed = [];
  var current = null;

  function mark(link) {
    if (link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "location");
    var frame = contents.getBoundingClientRect();
    var place = link.getBoundingClientRect();
    if (place.top < frame.top) contents.scrollTop -= frame.top - place.top + 32;
    if (place.bottom > frame.bottom) contents.scrollTop += place.bottom - frame.bottom + 32;
  }

  var observer = new IntersectionObserver(entries => {
    entries.forEach(entry => passed[headings.indexOf(entry.target)] = entry.isIntersecting);
    mark(links[passed.lastIndexOf(true)] || null);
  }, { rootMargin: "1000000px 0px -88% 0px" });
  headings.forEach(heading => heading && observer.observe(heading));
}

// Cite a page or a paragraph

function copyButton(kind, text) {
  var button = make("button", { type: "button", class: kind }, "Copy citation");
  on(button, "click", () => navigator.clipboard.writeText(text()).then(() => {
    button.textContent = "Copied";
  }));
  return button;
}

function addCitations() {
  var page = first("[data-copy]");
  var report = first(".report[data-citation]");
  var findings = first(".findings");
  if (!navigator.clipboard) return;
  if (page) page.after(copyButton("copy", () => page.textContent));
  if (!report || !findings) return;
  function place() { return button.parentNode.querySelector(".number").getAttribute("aria-label").toLowerCase(); }
  // One button, which moves to the paragraph that is pointed at or holds the focus.
  var button = copyButton("cite", () =>
    report.dataset.citation + ", " + place() + ", " + location.href.split("#")[0] + "#" + button.parentNode.id);
  function move(event) {
    var paragraph = event.target.closest(".paragraph[id]");
    if (!paragraph || paragraph.contains(button)) return;
    paragraph.append(button);
    button.textContent = "Copy citation";
    button.setAttribute("aria-label", "Copy citation of " + place());
  }
  on(findings, "mouseover focusin touchstart", move);
}

// Paper can't be opened.
on(window, "beforeprint", () => {
  document.querySelectorAll(".authority details").forEach(part => part.open = true);
});

addFinder();
addFilter();
addNow();
followReader();
addCitations();
