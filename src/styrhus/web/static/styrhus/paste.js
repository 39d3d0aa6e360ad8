/* Cells copied in a spreadsheet spread over the table that they are pasted into, from the cell with the cursor. */
"use strict";

function spread(table, start, text) {
  const rows = text.replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t"));
  const lines = [...table.tBodies[0].rows];
  const first = lines.indexOf(start.closest("tr"));
  const column = start.closest("td").cellIndex;
  rows.forEach((cells, down) => {
    cells.forEach((cell, across) => {
      const field = lines[first + down]?.cells[column + across]?.querySelector("input.grid__cell");
      if (field) field.value = cell.trim();
    });
  });
}

for (const table of document.querySelectorAll("table[data-paste]")) {
  table.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!event.target.matches("input.grid__cell") || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    spread(table, event.target, text);
  });
}
