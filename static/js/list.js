/* The list page: what htmx leaves to do around a swap, and the sheet of filters on a phone. */
(function () {
  "use strict";

  const root = document.documentElement;
  const phone = matchMedia("(max-width:999px)");
  let kept = null;

  /* An empty field is no part of a shared address. */
  document.addEventListener("htmx:configRequest", function (event) {
    const filled = new FormData();
    for (const [name, value] of event.detail.formData.entries()) {
      if (value !== "" && !(name === "sort" && value === "relevance")) filled.append(name, value);
    }
    event.detail.parameters = filled;
  });

  /* What is open and how far the sheet was scrolled stays through a swap. */
  document.addEventListener("htmx:beforeSwap", function () {
    const sheet = document.getElementById("facets");
    if (!sheet) return;
    kept = {
      top: sheet.scrollTop,
      open: Array.from(sheet.querySelectorAll("details[open]")).map(function (part) {
        const inner = part.querySelector(".facet__scroll");
        return [part.id, inner ? inner.scrollTop : 0];
      }),
    };
  });

  document.addEventListener("htmx:afterSwap", function () {
    const sheet = document.getElementById("facets");
    const results = document.getElementById("results");
    if (results) document.getElementById("announce").textContent = results.dataset.summary;
    if (!sheet || !kept) return;
    kept.open.forEach(function (pair) {
      const part = document.getElementById(pair[0]);
      if (!part) return;
      part.open = true;
      const inner = part.querySelector(".facet__scroll");
      if (inner) inner.scrollTop = pair[1];
    });
    if (root.classList.contains("sheet-open")) {
      hold(sheet, true);
      sheet.scrollTop = kept.top;
    }
  });

  /* While the sheet covers the page, the rest cannot be reached. */
  function hold(sheet, on) {
    document.querySelectorAll("[data-held]").forEach(function (part) {
      part.inert = false;
      delete part.dataset.held;
    });
    sheet.setAttribute("role", on ? "dialog" : "region");
    sheet.toggleAttribute("aria-modal", false);
    if (on) sheet.setAttribute("aria-modal", "true");
    if (!on) return;
    for (let part = sheet; part !== document.body; part = part.parentElement) {
      for (const beside of part.parentElement.children) {
        if (beside === part || beside.id === "announce") continue;
        beside.inert = true;
        beside.dataset.held = "";
      }
    }
  }

  function open() {
    const sheet = document.getElementById("facets");
    root.classList.add("sheet-open");
    hold(sheet, true);
    sheet.focus();
  }

  function close() {
    if (!root.classList.contains("sheet-open")) return;
    root.classList.remove("sheet-open");
    hold(document.getElementById("facets"), false);
    const opener = document.querySelector("[data-sheet-open]");
    if (opener) opener.focus();
    window.scrollTo({ top: 0 });
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-sheet-open]")) {
      event.preventDefault();
      open();
    } else if (event.target.closest("[data-sheet-close]") && root.classList.contains("sheet-open")) {
      event.preventDefault();
      close();
    }
  });

  /* Every change is sent as it happens; Enter in a price field must not load the whole page besides. */
  document.addEventListener("submit", function (event) {
    if (event.target.id === "filter") event.preventDefault();
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") close();
  });

  phone.addEventListener("change", function () { if (!phone.matches) close(); });
})();
