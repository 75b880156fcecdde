// Tables that sort by a click on a heading and filter by a word.
(() => {
  "use strict";

  function valueOf(row, column, kind) {
    const cell = row.cells[column];
    return kind === "number" ? Number(cell.dataset.value) : cell.textContent.trim().toLowerCase();
  }

  function sort(table, heading) {
    const column = heading.cellIndex;
    const kind = heading.dataset.sort;
    const ascending = heading.getAttribute("aria-sort") === "descending"
      || (!heading.hasAttribute("aria-sort") && kind === "text");
    const sign = ascending ? 1 : -1;
    const rows = [...table.tBodies[0].rows].map((row) => ({ row, value: valueOf(row, column, kind) }));
    rows.sort((a, b) => sign * (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
    table.tBodies[0].append(...rows.map((one) => one.row));
    for (const other of heading.parentElement.cells) {
      other.removeAttribute("aria-sort");
    }
    heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  }

  function makeSortable(table) {
    for (const heading of table.tHead.rows[0].cells) {
      if (!heading.dataset.sort) {
        continue;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => sort(table, heading));
    }
  }

  function makeFilterable(tools) {
    const input = tools.querySelector("input");
    const told = tools.querySelector(".matches");
    const rows = [...tools.parentElement.querySelector("table").tBodies[0].rows];
    tools.hidden = false;
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      let goroutines = 0;
      let groups = 0;
      for (const row of rows) {
        row.hidden = !row.textContent.toLowerCase().includes(wanted);
        if (!row.hidden) {
          groups++;
          goroutines += Number(row.cells[0].dataset.value);
        }
      }
      told.textContent = wanted ? goroutines.toLocaleString("en") + " in " + groups + " groups" : "";
    });
  }

  document.querySelectorAll("table.sortable").forEach(makeSortable);
  document.querySelectorAll(".tools").forEach(makeFilterable);

  // A printed page has no clicks: everything is open.
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details.panel").forEach((one) => { one.open = true; });
  });
})();
