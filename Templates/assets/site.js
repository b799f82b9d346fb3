// What scripts add: finding an authority from any page, narrowing the list, contents that follow the reader, citations
// to copy. Every page is whole without them; nothing is fetched from elsewhere and nothing is remembered.
(function () {
  "use strict";
  var script = document.currentScript;
  var root = script.getAttribute("src").replace("assets/site.js", "");

  function make(tag, attributes, text) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    if (text) element.textContent = text;
    return element;
  }
  window.sitegen = { make: make };

  function folded(text) {
    return text.toLowerCase().normalize("NFD").replace(/[^a-z0-9]+/g, " ").trim();
  }

  // The index of authorities, judgements and grades is a script beside this one, loaded when it is first needed:
  // that works from a disk, where nothing can be fetched.
  var waiting = null;
  function withIndex(use) {
    if (window.sitegenIndex) return use(window.sitegenIndex);
    if (waiting) return waiting.push(use);
    waiting = [use];
    var loader = make("script", { src: root + "assets/index.js" });
    loader.onload = function () { waiting.forEach(function (each) { each(window.sitegenIndex); }); };
    document.head.appendChild(loader);
  }

  // Find an authority

  function addFinder() {
    var box = document.querySelector("[data-finder]");
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
      Array.prototype.forEach.call(items, function (item, place) {
        item.setAttribute("aria-selected", String(place === chosen));
      });
      input.setAttribute("aria-activedescendant", items[chosen].id);
      items[chosen].scrollIntoView({ block: "nearest" });
    }

    function show(index) {
      var words = folded(input.value);
      list.textContent = "";
      if (!words) return close();
      var begins = [];
      var holds = [];
      index.authorities.forEach(function (entry) {
        var name = folded(entry[0]);
        if (name.indexOf(words) === 0) begins.push(entry);
        else if ((" " + name).indexOf(" " + words) > 0) holds.push(entry);
      });
      begins.concat(holds).slice(0, 8).forEach(function (entry, place) {
        var item = make("li", { id: "found-" + place, role: "option", "aria-selected": "false" }, entry[0]);
        item.dataset.address = root + "authorities/" + entry[1] + "/index.html";
        list.append(item);
      });
      if (!list.children.length) {
        list.append(make("li", { id: "found-0", role: "option", "aria-disabled": "true" }, "No authority here has that name"));
      }
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      chosen = -1;
    }

    input.addEventListener("focus", function () { withIndex(function () {}); });
    input.addEventListener("input", function () { withIndex(show); });
    input.addEventListener("blur", function () { setTimeout(close, 150); });
    input.addEventListener("keydown", function (event) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
      } else if (event.key === "Enter") {
        var item = list.children[Math.max(chosen, 0)];
        if (!list.hidden && item && item.dataset.address) location.href = item.dataset.address;
      } else if (event.key === "Escape") {
        close();
      }
    });
    list.addEventListener("mousedown", function (event) {
      var item = event.target.closest("[data-address]");
      if (item) location.href = item.dataset.address;
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
        event.preventDefault();
        input.focus();
      }
    });
  }

  // Narrow the list

  function addFilter() {
    var table = document.querySelector("table.authorities");
    var place = document.querySelector("[data-narrow]");
    if (!table || !place) return;
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    function build() { withIndex(function (index) { buildFilter(place, rows, index); }); }
    if (location.search.length > 1) return build();
    var button = make("button", { type: "button", "aria-expanded": "false" }, "Filter by name, grade, region, year");
    place.append(button);
    button.addEventListener("click", function () {
      button.remove();
      build();
    });
  }

  function buildFilter(place, rows, index) {
    var titles = Object.fromEntries(index.judgements);
    var labels = Object.fromEntries(index.grades);
    var bar = make("div", { class: "filter", role: "group", "aria-label": "Narrow the list" });
    var state = new URLSearchParams(location.search);
    var fields = {};
    var status = make("p", { class: "section-note", role: "status" });

    function values(read) {
      var seen = {};
      rows.forEach(function (row) { read(row).forEach(function (value) { if (value) seen[value] = true; }); });
      return Object.keys(seen).sort();
    }

    function add(name, label, field) {
      var holder = make("label", {}, label + " ");
      field.id = "filter-" + name;
      holder.append(field);
      bar.append(holder);
      fields[name] = field;
      field.addEventListener("input", apply);
      field.addEventListener("change", apply);
    }

    function select(choices, any) {
      var field = make("select");
      field.append(make("option", { value: "" }, any));
      choices.forEach(function (choice) { field.append(make("option", { value: choice[0] }, choice[1])); });
      return field;
    }

    function plain(key) {
      return values(function (row) { return [row.dataset[key]]; }).map(function (value) { return [value, value]; });
    }

    function graded(row) { return row.dataset.grades ? row.dataset.grades.split(" ") : []; }

    add("name", "Name", make("input", { type: "text", autocomplete: "off" }));
    add("region", "Region", select(plain("region"), "Any"));
    add("framework", "Framework", select(plain("framework"), "Any"));
    add("year", "Year", select(plain("year").reverse(), "Any"));
    add("judgement", "Judgement", select(values(function (row) {
      return graded(row).map(function (pair) { return pair.split("=")[0]; });
    }).map(function (id) { return [id, titles[id] || id]; }), "Any"));
    add("grade", "Grade", select(values(function (row) {
      return graded(row).map(function (pair) { return pair.split("=")[1]; });
    }).map(function (key) { return [key, labels[key] || key]; }), "Any"));

    function shows(row) {
      var name = folded(fields.name.value);
      if (name && folded(row.dataset.name).indexOf(name) < 0) return false;
      var plainly = ["region", "framework", "year"].every(function (key) {
        return !fields[key].value || row.dataset[key] === fields[key].value;
      });
      if (!plainly) return false;
      var judgement = fields.judgement.value;
      var grade = fields.grade.value;
      if (!judgement && !grade) return true;
      return graded(row).some(function (pair) {
        var parts = pair.split("=");
        return (!judgement || parts[0] === judgement) && (!grade || parts[1] === grade);
      });
    }

    function apply() {
      var count = 0;
      rows.forEach(function (row) {
        row.hidden = !shows(row);
        if (!row.hidden) count += 1;
      });
      status.textContent = count + " of " + rows.length + " shown.";
      var query = new URLSearchParams();
      Object.keys(fields).forEach(function (key) { if (fields[key].value) query.set(key, fields[key].value); });
      var text = query.toString();
      try {
        history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
      } catch (problem) { /* from a disk some browsers forbid it */ }
    }

    Object.keys(fields).forEach(function (key) { if (state.get(key)) fields[key].value = state.get(key); });
    place.append(bar, status);
    apply();
    if (!state.toString()) fields.name.focus();
  }

  // Contents that follow the reader

  // A heading counts as passed once it is in the window's top part or above it; the last one passed is where the reader
  // is. Above the window the observed area has no end, so that a long jump is noticed too.
  function followReader() {
    var contents = document.querySelector(".contents");
    if (!contents || !window.IntersectionObserver) return;
    var links = Array.prototype.slice.call(contents.querySelectorAll("ol a"));
    var headings = links.map(function (link) { return document.getElementById(link.hash.slice(1)); });
    var passed = [];
    var current = null;

    function mark(link) {
      if (link === current) return;
      if (current) current.removeAttribute("aria-current");
      current = link;
      if (!link) return;
      link.setAttribute("aria-current", "location");
      var frame = contents.getBoundingClientRect();
      var place = link.getBoundingClientRect();
      if (place.top < frame.top) contents.scrollTop -= frame.top - place.top + 32;
      if (place.bottom > frame.bottom) contents.scrollTop += place.bottom - frame.bottom + 32;
    }

    var observer = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) { passed[headings.indexOf(entry.target)] = entry.isIntersecting; });
      mark(links[passed.lastIndexOf(true)] || null);
    }, { rootMargin: "1000000px 0px -88% 0px" });
    headings.forEach(function (heading) { if (heading) observer.observe(heading); });
  }

  // Cite a page or a paragraph

  function addCopying() {
    var text = document.querySelector("[data-copy]");
    if (!text || !navigator.clipboard) return;
    var button = make("button", { type: "button", class: "copy" }, "Copy citation");
    text.after(button);
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(text.textContent).then(function () { button.textContent = "Copied"; });
    });
  }

  // One button, which moves to the paragraph that is pointed at or holds the focus.
  function addCitations() {
    var report = document.querySelector(".report[data-citation]");
    var findings = document.querySelector(".findings");
    if (!report || !findings || !navigator.clipboard) return;
    var button = make("button", { type: "button", class: "cite" }, "Copy citation");
    function move(event) {
      var paragraph = event.target.closest(".paragraph[id]");
      if (!paragraph || paragraph.contains(button)) return;
      button.textContent = "Copy citation";
      button.setAttribute("aria-label", "Copy citation of " + place(paragraph));
      paragraph.append(button);
    }
    function place(paragraph) {
      return paragraph.querySelector(".number").getAttribute("aria-label").toLowerCase();
    }
    findings.addEventListener("mouseover", move);
    findings.addEventListener("focusin", move);
    findings.addEventListener("touchstart", move, { passive: true });
    button.addEventListener("click", function () {
      var paragraph = button.closest(".paragraph");
      var address = location.href.split("#")[0] + "#" + paragraph.id;
      navigator.clipboard.writeText(report.dataset.citation + ", " + place(paragraph) + ", " + address).then(function () {
        button.textContent = "Copied";
      });
    });
  }

  // Paper can't be opened.
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll(".authority details").forEach(function (part) { part.open = true; });
  });

  addFinder();
  addFilter();
  followReader();
  addCopying();
  addCitations();
})();
