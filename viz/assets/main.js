// @ts-check
// Starts the page: what is chosen and filtered decides what every part of it shows.

import { words } from "./data.js";
import { button } from "./dom.js";
import { refresh } from "./facts.js";
import { drawFilters, startFilters } from "./filters.js";
import { drawLegend } from "./legend.js";
import { drawMap, startMap } from "./map.js";
import { drawPanel } from "./panel.js";
import { startSearch } from "./search.js";
import { change, current, followAddress, onChange, stepOut } from "./state.js";
import { drawTable } from "./table.js";
import { drawTake, startPrint, startTake } from "./take.js";
import { drawTime, startTime } from "./time.js";

const focusSearch = startSearch();
const layoutSwitch = button("", () => change({ layout: current().layout === "ties" ? "map" : "ties" }, { lasting: true }), { title: words.map.layout });
const tableSwitch = button("", () => change({ table: !current().table }, { lasting: true }));
document.getElementById("tools").append(startFilters(), layoutSwitch, tableSwitch, startTake());
startTime();

function drawTools() {
  const { layout, table } = current();
  layoutSwitch.textContent = layout === "ties" ? words.map.by_map : words.map.by_ties;
  layoutSwitch.hidden = table;
  tableSwitch.textContent = table ? words.map.as_graph : words.map.as_table;
}

onChange(refresh);
for (const draw of [drawTable, drawMap, drawTime, drawFilters, drawLegend, drawTools, drawTake, drawPanel]) onChange(draw);

document.addEventListener("keydown", (event) => {
  const isTyping = event.target instanceof Element && event.target.closest("input, select, textarea");
  if (event.key === "Escape") stepOut();
  else if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    focusSearch();
  }
});

startMap();
startPrint();
followAddress();
