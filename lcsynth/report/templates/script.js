"use strict";
(() => {
  const drawings = [];
  const draw = (figure) => {
    const target = figure.querySelector(".lc-drawing");
    const chart = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    target.hidden = false;
    const options = { displayModeBar: false, responsive: true, showTips: false, scrollZoom: false };
    return Plotly.newPlot(target, chart.data, chart.layout, options).then(() => {
      // The chart is one image with a text alternative; its parts are not for the keyboard.
      target.querySelectorAll("[tabindex]").forEach((part) => part.removeAttribute("tabindex"));
      figure.querySelector("details").open = false;
      drawings.push({ target, layout: chart.layout });
    });
  };

  // A sheet of A4 has room for so many pixels below a caption; smaller than this the letters are not read.
  const room = 850, smallest = 0.7;
  const again = (width) => {
    for (const { target, layout } of drawings) {
      const zoom = width ? Math.max(smallest, Math.min(1, room / layout.height)) : 1;
      const size = width ? { width: width / zoom, autosize: false } : { autosize: true };
      target.style.zoom = zoom === 1 ? "" : zoom;
      Plotly.react(target, target.data, { ...layout, ...size });
    }
  };

  for (const figure of document.querySelectorAll(".lc-chart")) {
    // Without a drawing the table stays open: the page holds everything either way.
    try {
      draw(figure).catch(() => { figure.querySelector(".lc-drawing").hidden = true; });
    } catch {
      figure.querySelector(".lc-drawing").hidden = true;
    }
  }

  // On paper: light colours, the width of a sheet, and everything that is folded unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    document.documentElement.classList.add("lc-paper");
    folded = [...document.querySelectorAll("details:not([open])")].filter((part) => !part.closest(".lc-chart"));
    for (const part of folded) part.open = true;
    again(640);
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("lc-paper");
    for (const part of folded) part.open = false;
    again();
  });
})();
