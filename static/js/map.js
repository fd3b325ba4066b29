/* Choosing a province on the home page's map shows it beside the map, without leaving the page. */
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    const link = event.target.closest(".hero__map .map a");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || link.getAttribute("aria-current")) return;
    const address = link.getAttribute("href");
    const code = new URL(address, location.href).searchParams.get("province");
    event.preventDefault();
    choose(code).catch(function () { location.assign(address); });
  });

  /* The home page drawn with this province chosen; anything unexpected goes to its list of products instead. */
  function choose(code) {
    return fetch(location.pathname + "?province=" + encodeURIComponent(code))
      .then(function (answer) { return answer.text(); })
      .then(function (html) {
        const fresh = new DOMParser().parseFromString(html, "text/html").querySelector(".hero__map");
        const chosen = fresh.querySelector(".map a[aria-current]");
        if (new URL(chosen.getAttribute("href"), location.href).searchParams.get("province") !== code) throw new Error(code);
        const list = document.querySelector(".hero__list");
        fresh.querySelector(".hero__list").open = list.open;
        document.querySelector(".hero__map").replaceWith(fresh);
        document.querySelector(".hero__map .map a[aria-current]").focus({ preventScroll: true });
        document.querySelector(".hero__pick").setAttribute("role", "status");
      });
  }
})();
