// Light or dark: what the system says, until the reader chooses.
(() => {
  "use strict";
  const KEY = "whydunit-theme";
  const button = document.getElementById("theme");
  const system = window.matchMedia("(prefers-color-scheme: dark)");

  // A page that was opened from a file may have no storage.
  const stored = () => {
    try { return localStorage.getItem(KEY); } catch { return null; }
  };
  const store = (theme) => {
    try { localStorage.setItem(KEY, theme); } catch { /* the choice then lasts as long as the page */ }
  };

  let chosen = stored();
  const current = () => chosen || (system.matches ? "dark" : "light");

  function show() {
    document.documentElement.dataset.theme = current();
    const other = current() === "dark" ? "light" : "dark";
    button.textContent = other === "dark" ? "Dark" : "Light";
    button.setAttribute("aria-label", "Show in " + other + " colours");
  }

  button.hidden = false;
  button.addEventListener("click", () => {
    chosen = current() === "dark" ? "light" : "dark";
    store(chosen);
    show();
  });
  system.addEventListener("change", show);
  show();
})();
