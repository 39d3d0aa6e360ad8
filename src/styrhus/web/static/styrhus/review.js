/* Handing in a document: drop it anywhere on the form, follow how far it has come. Without this the form works too. */
"use strict";

const form = document.getElementById("review-form");

if (form) {
  const input = form.querySelector("input[type=file]");
  const button = form.querySelector("[hx-post]");
  const progress = form.querySelector(".drop__progress");
  const bar = progress.querySelector("progress");
  const words = progress.querySelector("span");
  const status = document.getElementById("drop-status");

  const tell = (text) => {
    words.textContent = text;
    if (status.textContent !== text) status.textContent = text;
  };

  form.querySelector(".drop__hint").hidden = false;
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("drop--over");
    });
  }
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("drop--over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    button.click();
  });

  form.addEventListener("htmx:beforeRequest", () => {
    bar.value = 0;
    progress.hidden = false;
    tell(form.dataset.uploading);
  });
  form.addEventListener("htmx:xhr:progress", (event) => {
    const { loaded, total, lengthComputable } = event.detail;
    if (!lengthComputable || !total) return;
    if (loaded < total) {
      bar.value = (100 * loaded) / total;
    } else {
      bar.removeAttribute("value");
      tell(form.dataset.reading);
    }
  });
  /* A refusal is an answer like any other: the page says why. */
  document.getElementById("result").addEventListener("htmx:beforeSwap", (event) => {
    if ([422, 429, 503].includes(event.detail.xhr.status)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
  form.addEventListener("htmx:afterRequest", () => {
    progress.hidden = true;
    status.textContent = "";
    document.querySelector("#report, #result #problems")?.focus();
  });
  form.addEventListener("htmx:sendError", () => {
    progress.hidden = false;
    bar.value = 0;
    tell(form.dataset.broken);
  });
}
