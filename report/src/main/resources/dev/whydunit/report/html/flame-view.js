// Draws the flame graphs: profile, sample type and comparison to choose, zoom, search, and a table of functions.
(() => {
  "use strict";
  const ROW_PIXELS = 20;
  // Narrower calls cannot be seen or hit.
  const THINNEST_PIXELS = 1.5;
  const TEXT_PIXELS = 28;
  const MOST_ROWS = 100;

  const place = document.getElementById("flame");
  const profiles = [...document.querySelectorAll("script.flame-data")].map((one) => JSON.parse(one.textContent));
  if (!place || profiles.length === 0) {
    return;
  }

  const state = { profile: 0, type: 0, before: -1, table: false, word: "", root: null, zoom: null, order: "flat" };

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  const choice = (label, onchange) => {
    const select = element("select", { onchange: () => onchange(Number(select.value)) });
    return { select, label: element("label", {}, label + " ", select) };
  };
  const fill = (select, options, chosen) =>
    select.replaceChildren(
      ...options.map(([value, text]) => element("option", { value, textContent: text, selected: value === chosen })));

  const which = choice("Profile", (value) => { Object.assign(state, { profile: value, before: -1 }); open(); });
  const type = choice("Values", (value) => { state.type = value; rebuild(); });
  const before = choice("Compare with", (value) => { state.before = value; rebuild(); });
  const word = element("input", {
    type: "search", placeholder: "function or package", oninput: () => { state.word = word.value.trim().toLowerCase(); draw(); },
  });
  const matched = element("span", { className: "matches" });
  matched.setAttribute("aria-live", "polite");
  const view = element("button", { type: "button", onclick: () => { state.table = !state.table; draw(); } });
  const reset = element("button", { type: "button", textContent: "Zoom out", onclick: () => zoom(state.root) });
  const chart = element("div", { className: "flame-chart" });
  const told = element("p", { className: "flame-told", textContent: " " });
  const legend = element("p", { className: "legend" });
  chart.setAttribute("aria-label", "Flame graph");
  chart.setAttribute("role", "group");
  place.append(
    element("div", { className: "flame-tools" },
      which.label, type.label, before.label, element("label", {}, "Search ", word), view, reset),
    element("p", { className: "matches-line" }, matched), chart, told, legend);

  const profile = () => profiles[state.profile];
  const unit = () => profile().units[state.type];
  const comparable = (other, index) =>
    index !== state.profile && other.types.join() === profile().types.join();

  function open() {
    state.type = profile().shown;
    fill(which.select, profiles.map((one, index) => [index, one.title]), state.profile);
    fill(type.select, profile().types.map((one, index) => [index, one]), state.type);
    const others = profiles.map((one, index) => [index, one.title]).filter(([index]) => comparable(profiles[index], index));
    fill(before.select, [[-1, "nothing"], ...others], -1);
    before.label.hidden = others.length === 0;
    rebuild();
  }

  function rebuild() {
    state.root = FlameModel.build(profile(), state.type, state.before < 0 ? null : profiles[state.before]);
    state.zoom = state.root;
    draw();
  }

  function zoom(node) {
    state.zoom = node;
    draw();
    chart.querySelector("button")?.focus({ preventScroll: true });
  }

  // One hue for each package, so that a glance tells whose code it is; the hue is a hash of its name.
  function hue(name) {
    const end = name.indexOf(".", name.lastIndexOf("/") + 1);
    let hash = 7;
    for (const letter of end < 0 ? name : name.slice(0, end)) {
      hash = (hash * 31 + letter.codePointAt(0)) % 9973;
    }
    return (hash * 47) % 360;
  }

  // Red grew, blue shrank; the more, the deeper.
  function difference(node) {
    const most = Math.max(Math.abs(node.value), Math.abs(node.base)) || 1;
    const change = (node.value - node.base) / most;
    return { grew: change >= 0, strength: Math.min(1, Math.abs(change)) };
  }

  function colour(rectangle, node, found) {
    if (state.word && !found.has(node)) {
      rectangle.classList.add("dim");
    }
    if (state.before >= 0) {
      const { grew, strength } = difference(node);
      rectangle.classList.add(grew ? "grew" : "shrank");
      rectangle.style.setProperty("--strength", (15 + 75 * strength).toFixed(0) + "%");
    } else if (node.name === "(smaller calls)") {
      rectangle.classList.add("smaller");
    } else {
      rectangle.style.setProperty("--hue", hue(node.name));
    }
  }

  function description(node) {
    const share = 100 * FlameModel.weight(node) / (FlameModel.weight(state.root) || 1);
    const value = FlameModel.format(node.value, unit());
    const self = FlameModel.format(node.self, unit());
    const compared = state.before < 0 ? "" : ", before " + FlameModel.format(node.base, unit());
    return node.name + ": " + value + compared + " (" + share.toFixed(1) + "%), own " + self;
  }

  function rectangle(node, left, width, depth, found) {
    const made = element("button", { type: "button", title: description(node), onclick: () => zoom(node) });
    made.style.left = left + "px";
    made.style.width = Math.max(1, width - 1) + "px";
    made.style.top = depth * ROW_PIXELS + "px";
    if (width > TEXT_PIXELS) {
      made.textContent = node.name.slice(node.name.lastIndexOf("/") + 1);
    }
    made.onfocus = made.onmouseenter = () => { told.textContent = description(node); };
    colour(made, node, found);
    return made;
  }

  function rectangles(found) {
    const all = [];
    const ancestors = [];
    for (let node = state.zoom.parent; node; node = node.parent) {
      ancestors.unshift(node);
    }
    const full = chart.clientWidth;
    ancestors.forEach((node, depth) => {
      const made = rectangle(node, 0, full, depth, found);
      made.classList.add("above");
      all.push(made);
    });
    let deepest = ancestors.length;
    const perPixel = (FlameModel.weight(state.zoom) || 1) / full;
    const lay = (node, left, depth) => {
      const width = FlameModel.weight(node) / perPixel;
      if (width < THINNEST_PIXELS) {
        return width;
      }
      all.push(rectangle(node, left, width, depth, found));
      deepest = Math.max(deepest, depth + 1);
      let at = left;
      for (const child of node.children) {
        at += lay(child, at, depth + 1);
      }
      return width;
    };
    lay(state.zoom, 0, ancestors.length);
    chart.style.height = deepest * ROW_PIXELS + "px";
    return all;
  }

  function functionTable() {
    const rows = FlameModel.functions(state.root).filter((row) => row.name.toLowerCase().includes(state.word));
    const key = (row) => Math.abs(row[state.order] - (state.before < 0 ? 0 : row[state.order + "Base"]));
    rows.sort((a, b) => key(b) - key(a) || (a.name < b.name ? -1 : 1));
    const total = Math.abs(state.root.value) || 1;
    const cells = (row, field) => {
      const change = row[field] - row[field + "Base"];
      const sign = state.before >= 0 && change > 0 ? "+" : "";
      const value = sign + FlameModel.format(state.before < 0 ? row[field] : change, unit());
      const share = state.before < 0 ? (100 * row[field] / total).toFixed(1) + "%" : "";
      return [element("td", { className: "number", textContent: value }), element("td", { className: "number", textContent: share })];
    };
    const head = (field, text) => {
      const button = element("button", { type: "button", textContent: text, onclick: () => { state.order = field; draw(); } });
      const heading = element("th", { className: "number", colSpan: 2 }, button);
      if (state.order === field) {
        heading.setAttribute("aria-sort", "descending");
      }
      return heading;
    };
    return element("table", {},
      element("thead", {}, element("tr", {}, head("flat", "Flat"), head("cum", "Cum"), element("th", { textContent: "Function" }))),
      element("tbody", {}, ...rows.slice(0, MOST_ROWS).map((row) =>
        element("tr", {}, ...cells(row, "flat"), ...cells(row, "cum"), element("td", {}, element("code", { textContent: row.name }))))));
  }

  function tellMatches(result) {
    matched.textContent = state.word
      ? (100 * result.share).toFixed(1) + "% is in or below " + result.found.size + " calls that match"
      : "";
  }

  function draw() {
    const result = state.word ? FlameModel.search(state.root, state.word) : { found: new Set(), share: 0 };
    tellMatches(result);
    view.textContent = state.table ? "Show graph" : "Show functions";
    reset.disabled = state.zoom === state.root;
    chart.classList.toggle("as-table", state.table);
    if (state.table) {
      chart.style.height = "auto";
      chart.replaceChildren(functionTable());
    } else {
      chart.replaceChildren(...rectangles(result.found));
    }
    told.hidden = state.table;
    const folded = profile().folded ? " " + profile().folded.toLocaleString("en") + " small calls are folded." : "";
    legend.textContent = (state.before >= 0
      ? "Red grew, blue shrank against the other profile; the width is both together."
      : "Each package has its colour.") + folded;
  }

  function move(event) {
    if (event.key === "Escape") {
      zoom(state.root);
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step && !state.table) {
      const all = [...chart.children];
      all[all.indexOf(document.activeElement) + step]?.focus();
      event.preventDefault();
    }
  }

  chart.addEventListener("keydown", move);
  new ResizeObserver(() => { if (!state.table) { draw(); } }).observe(place);
  open();
})();
