/* Suggestions under a search box: the ARIA combobox with a list box. Without it the box is a plain form. */
(function () {
  "use strict";

  const WAIT_MS = 120;
  const LEAST_SIGNS = 2;
  let count = 0;

  document.querySelectorAll("form[data-suggest]").forEach(start);

  function start(form) {
    const input = form.querySelector("input[type=search]");
    const list = document.createElement("div");
    list.id = "suggest-" + ++count;
    list.className = "suggest__list";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.dataset.suggestLabel);
    form.after(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    let timer = 0;
    let request = null;
    let active = -1;

    function options() { return Array.from(list.querySelectorAll("[role=option]")); }

    function close() {
      clearTimeout(timer);
      if (request) request.abort();
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function show(html) {
      list.innerHTML = html;
      options().forEach(function (option, at) { option.id = list.id + "-" + at; });
      active = -1;
      input.removeAttribute("aria-activedescendant");
      const any = options().length > 0;
      list.hidden = !any;
      input.setAttribute("aria-expanded", String(any));
    }

    function point(at) {
      const all = options();
      if (!all.length) return;
      active = (at + all.length) % all.length;
      all.forEach(function (option, index) { option.setAttribute("aria-selected", String(index === active)); });
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }

    function ask() {
      const words = input.value.trim();
      if (words.length < LEAST_SIGNS) { close(); return; }
      if (request) request.abort();
      request = new AbortController();
      fetch(form.dataset.suggest + "?q=" + encodeURIComponent(words), { signal: request.signal })
        .then(function (answer) { return answer.ok ? answer.text() : ""; })
        .then(function (html) { if (document.activeElement === input) show(html); })
        .catch(function () { /* no network or a newer question: the form still works */ });
    }

    input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT_MS);
    });

    input.addEventListener("keydown", function (event) {
      if (event.isComposing) return;
      if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); return; }
      if (event.key === "Enter" && active >= 0 && !list.hidden) { event.preventDefault(); options()[active].click(); return; }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      if (list.hidden) { ask(); return; }
      if (event.key === "ArrowDown") point(active + 1);
      else point(active < 0 ? -1 : active - 1);
    });

    /* A press on an option must not take the focus first, or the list would be gone before the click. */
    list.addEventListener("mousedown", function (event) { event.preventDefault(); });
    input.addEventListener("blur", function () { setTimeout(close, 0); });
    form.addEventListener("submit", close);
  }
})();
