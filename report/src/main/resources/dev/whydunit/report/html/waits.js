// The wait-for graph: the box or arrow that is pointed at, or has the focus, is told below the picture.
(() => {
  "use strict";

  for (const panel of document.querySelectorAll(".waits")) {
    const told = panel.querySelector(".wait-told");
    const tell = (event) => {
      const one = event.target.closest(".wait-box, .wait-edge");
      const title = one && one.querySelector("title");
      if (title) {
        told.textContent = title.textContent;
      }
    };
    const graph = panel.querySelector(".wait-graph");
    for (const kind of ["pointerover", "focusin", "click"]) {
      graph.addEventListener(kind, tell);
    }
  }
})();
