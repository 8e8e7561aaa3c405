import "@tabler/core";
import htmx from "htmx.org";
import { startAddress } from "./address";
import { alert } from "./alerts";
import { startBulk } from "./bulk";
import { csrfHeader } from "./csrf";
import { startDialog } from "./dialog";
import { restoreKept, restoreKeptIn, startKeep } from "./keep";
import { prepareRows, startRows } from "./rows";
import { prepareScroll } from "./scroll";
import { startShortcuts } from "./shortcuts";
import { prepareSteps } from "./steps";
import { startSubmit } from "./submit";
import { startTour } from "./tour";
import { prepareWhen, startWhen } from "./when";
import { word } from "./words";

startSubmit();
startRows();
startWhen();
startKeep();
startDialog((shown) => {
  prepare(shown);
  restoreKeptIn(shown);
});
startAddress();
startShortcuts();
startBulk();

document.addEventListener("htmx:configRequest", (event) => {
  Object.assign((event as CustomEvent<{ headers: Record<string, string> }>).detail.headers, csrfHeader());
});
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-print]")) {
    window.print();
  }
});
document.addEventListener("htmx:sendError", () => alert("danger", word("offline")));
document.addEventListener("htmx:responseError", () => document.getElementById("alerts")?.scrollIntoView());

prepare(document.body);
restoreKept();
startTour();
htmx.onLoad((loaded) => {
  if (loaded instanceof HTMLElement) {
    prepare(loaded);
  }
});

function prepare(root: HTMLElement): void {
  prepareRows(root);
  prepareWhen(root);
  prepareSteps(root);
  prepareScroll(root);
  root.querySelector<HTMLElement>("[data-problems]")?.focus();
  const diagrams = [...root.querySelectorAll<HTMLElement>("[data-diagram]:not([data-drawn])")];
  if (diagrams.length > 0) {
    // Before the island has arrived: htmx prepares the page a second time.
    diagrams.forEach((place) => (place.dataset["drawn"] = "true"));
    // An island: most pages never load it.
    void import("./diagram").then(({ draw }) => diagrams.forEach((place) => void draw(place)));
  }
}
