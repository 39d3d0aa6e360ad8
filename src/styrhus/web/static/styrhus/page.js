/* Makes quick what works without: menus that close by themselves, tables that sort, text that copies. */
"use strict";

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement?.closest("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

/* A cell sorts by data-sort when it has one, else by the number in a cell of numbers, else as a Swedish word. */
function sortValue(row, column) {
  const cell = row.cells[column];
  const text = (cell?.dataset.sort ?? cell?.textContent ?? "").trim();
  const number = /[\u2212-]?\d[\d\s\u00a0]*(,\d+)?/.exec(cell?.classList.contains("number") || cell?.dataset.sort ? text : "");
  return { text, number: number ? Number(number[0].replace(/[\s\u00a0]/g, "").replace("\u2212", "-").replace(",", ".")) : NaN };
}

function compare(a, b) {
  const missing = Number(a.text === "" || a.text === "–") - Number(b.text === "" || b.text === "–");
  if (missing) return { fixed: missing };
  if (!Number.isNaN(a.number) && !Number.isNaN(b.number)) return { order: a.number - b.number };
  return { order: a.text.localeCompare(b.text, "sv") };
}

function sortBy(header, table) {
  const down = header.getAttribute("aria-sort") === "ascending";
  for (const other of header.parentElement.cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", down ? "descending" : "ascending");
  const column = header.cellIndex;
  for (const body of table.tBodies) {
    const rows = [...body.rows].map((row) => ({ row, value: sortValue(row, column) }));
    rows.sort((a, b) => {
      const total = a.row.classList.contains("total") - b.row.classList.contains("total");
      if (total) return total;
      const { fixed, order } = compare(a.value, b.value);
      return fixed ?? (down ? -order : order);
    });
    body.append(...rows.map((item) => item.row));
  }
}

/* Only tables whose rows stand each for themselves are marked data-sortable. */
function makeSortable(root) {
  for (const table of root.querySelectorAll("[data-sortable] table, table[data-sortable]")) {
    if (table.querySelector(".group, .subtotal")) continue;
    const headers = table.tHead?.rows[0]?.cells ?? [];
    for (const header of headers) {
      if (header.querySelector("button") || !header.textContent.trim()) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sortBy(header, table));
      header.append(button);
    }
  }
}

/* Elements with data-copy show a button that copies their text. */
function makeCopyable(root) {
  for (const button of root.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
    });
  }
}

function enhance(root) {
  makeSortable(root);
  makeCopyable(root);
}

enhance(document);
document.addEventListener("htmx:load", (event) => enhance(event.detail.elt));

/* After a form was refused, what went wrong is what the reader needs first. */
document.querySelector("#form-errors, #problems, #conflict")?.focus();
