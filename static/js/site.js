/* The menu of a phone closes when one looks elsewhere; "copy link" buttons. Every page works without this file. */
(function () {
  "use strict";

  function closeMenus(except) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (menu !== except) menu.open = false;
    });
  }

  document.addEventListener("click", function (event) {
    closeMenus(event.target.closest("details.menu"));
    const button = event.target.closest("[data-copy-link]");
    if (button) copyLink(button);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  function copyLink(button) {
    const address = location.origin + location.pathname;
    if (navigator.share && matchMedia("(pointer:coarse)").matches) {
      navigator.share({ title: document.title, url: address }).catch(function () {});
      return;
    }
    navigator.clipboard.writeText(address).then(function () {
      toast(button.dataset.copied);
    });
  }

  /* Tells something in passing: 4 seconds, the focus stays where it is. */
  function toast(words) {
    const box = document.createElement("p");
    box.className = "toast";
    box.setAttribute("role", "status");
    document.body.append(box);
    box.textContent = words;
    setTimeout(function () { box.remove(); }, 4000);
  }

  /* Buttons that only a script can serve stay hidden without one. */
  document.querySelectorAll("[data-copy-link][hidden]").forEach(function (button) {
    button.hidden = !(navigator.share || navigator.clipboard);
  });
})();
