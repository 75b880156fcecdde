// The call trees behind the flame graphs: of one profile, or of two put over one another.
"use strict";
const FlameModel = (() => {
  const SMALLER = -1;

  // A call: its name, what it accounts for now and before, its own part of both, callees and caller.
  const call = (name, parent) =>
    ({ name, parent, value: 0, base: 0, self: 0, baseSelf: 0, children: [], depth: parent ? parent.depth + 1 : 0 });

  const nameOf = (profile, node) =>
    profile.functions[node] === SMALLER ? "(smaller calls)" : profile.names[profile.functions[node]];

  // Adds a profile to a tree; `field` is `value` for the profile that is shown, `base` for the one before it.
  function add(root, profile, type, field) {
    const selfField = field === "value" ? "self" : "baseSelf";
    const calls = [root];
    const byName = new Map([[root, new Map(root.children.map((child) => [child.name, child]))]]);
    profile.values[type].forEach((value, node) => {
      if (node > 0) {
        calls[node] = childOf(calls[profile.parents[node]], nameOf(profile, node), byName);
      }
      calls[node][field] += value;
      calls[node][selfField] += value;
      if (node > 0) {
        calls[profile.parents[node]][selfField] -= value;
      }
    });
  }

  function childOf(parent, name, byName) {
    let children = byName.get(parent);
    if (!children) {
      children = new Map(parent.children.map((child) => [child.name, child]));
      byName.set(parent, children);
    }
    let child = children.get(name);
    if (!child) {
      child = call(name, parent);
      parent.children.push(child);
      children.set(name, child);
    }
    return child;
  }

  // What a call's width stands for: in a comparison both sides together, so that what is gone is seen as well.
  const weight = (node) => Math.abs(node.value) + Math.abs(node.base);

  function order(node) {
    node.children.sort((a, b) => (a.name < b.name ? -1 : 1));
    node.children.forEach(order);
  }

  function build(profile, type, before) {
    const root = call("all", null);
    add(root, profile, type, "value");
    if (before) {
      add(root, before, type, "base");
    }
    order(root);
    return root;
  }

  function visit(node, action) {
    action(node);
    node.children.forEach((child) => visit(child, action));
  }

  // Each function with its own (flat) and its total (cum) value; a function that calls itself counts once.
  function functions(root) {
    const rows = new Map();
    const open = new Set();
    const walk = (node) => {
      const row = rows.get(node.name) || { name: node.name, flat: 0, cum: 0, flatBase: 0, cumBase: 0 };
      rows.set(node.name, row);
      row.flat += node.self;
      row.flatBase += node.baseSelf;
      const outermost = !open.has(node.name);
      if (outermost) {
        row.cum += node.value;
        row.cumBase += node.base;
        open.add(node.name);
      }
      node.children.forEach(walk);
      if (outermost) {
        open.delete(node.name);
      }
    };
    root.children.forEach(walk);
    return [...rows.values()];
  }

  // The calls whose name holds a word, and the value of the outermost of them together.
  function search(root, word) {
    const found = new Set();
    let matched = 0;
    const walk = (node, inside) => {
      const hit = node.parent !== null && node.name.toLowerCase().includes(word);
      if (hit) {
        found.add(node);
        matched += inside ? 0 : weight(node);
      }
      node.children.forEach((child) => walk(child, inside || hit));
    };
    walk(root, false);
    return { found, share: weight(root) === 0 ? 0 : matched / weight(root) };
  }

  const SCALES = {
    bytes: [[1, "B"], [1024, "KiB"], [1024 ** 2, "MiB"], [1024 ** 3, "GiB"], [1024 ** 4, "TiB"]],
    nanoseconds: [[1, "ns"], [1e3, "µs"], [1e6, "ms"], [1e9, "s"], [3600e9, "h"]],
  };

  function format(value, unit) {
    const scales = SCALES[unit];
    if (!scales) {
      return value.toLocaleString("en");
    }
    let best = scales[0];
    for (const scale of scales) {
      best = Math.abs(value) >= scale[0] ? scale : best;
    }
    const scaled = value / best[0];
    return scaled.toFixed(Math.abs(scaled) < 10 && best !== scales[0] ? 2 : 0) + " " + best[1];
  }

  return { build, visit, functions, search, weight, format };
})();
