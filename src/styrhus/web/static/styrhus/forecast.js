/* A slide beside each number: moving one moves the other. Without this file the numbers stand alone. */
"use strict";

for (const slide of document.querySelectorAll("input[data-slide]")) {
  const number = document.getElementById(slide.dataset.slide);
  slide.hidden = false;
  slide.addEventListener("input", () => { number.value = slide.value === "0" ? "" : slide.value; });
  number.addEventListener("input", () => { slide.value = number.value || "0"; });
}
