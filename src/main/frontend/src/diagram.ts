import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { alert } from "./alerts";
import { word } from "./words";

interface Canvas {
  zoom(level: "fit-viewport", center: "auto"): void;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
  scrollToElement(id: string): void;
}

interface Elements {
  get(id: string): object | undefined;
}

interface Overlays {
  add(id: string, overlay: { position: object; html: HTMLElement }): string;
}

interface Events {
  on(event: "element.click", listener: (event: { element: { id: string } }) => void): void;
}

/*
 * <div data-diagram-page>
 *   <div data-diagram="/address/of/xml" data-passed="start,user_screen" data-tokens="user_handle"></div>
 *   <div data-diagram-panel hidden></div>
 *   … <tr data-element="user_screen" data-spent="3 d" data-count="2"> … <button data-show="user_screen">
 *
 * A row may also say how warm its element is (data-heat, 0 to 4) and that something failed there (data-fault).
 * The table says everything in words; the picture takes what it shows from there.
 */
export async function draw(place: HTMLElement): Promise<void> {
  const viewer = new NavigatedViewer({ container: place });
  try {
    const answer = await fetch(place.dataset["diagram"] ?? "", { headers: { Accept: "application/xml" } });
    if (!answer.ok) {
      throw new Error(`${answer.status} for the diagram`);
    }
    await viewer.importXML(await answer.text());
    const canvas = viewer.get<Canvas>("canvas");
    const elements = viewer.get<Elements>("elementRegistry");
    const overlays = viewer.get<Overlays>("overlays");
    const page = place.closest<HTMLElement>("[data-diagram-page]");
    const rows = new Map<string, HTMLTableRowElement>();
    canvas.zoom("fit-viewport", "auto");
    mark(place.dataset["passed"], "passed");
    mark(place.dataset["tokens"], "token");
    page?.querySelectorAll<HTMLTableRowElement>("tr[data-element]").forEach((row) => {
      const id = row.dataset["element"] ?? "";
      // A model that has changed since may no longer have the element.
      if (elements.get(id)) {
        rows.set(id, row);
        time(id, row);
        mark(id, `heat-${row.dataset["heat"] ?? 0}`);
        mark(row.dataset["fault"] === "true" ? id : "", "fault");
      }
    });
    viewer.get<Events>("eventBus").on("element.click", ({ element }) => show(element.id));
    page?.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-show]") : null;
      if (button) {
        show(button.dataset["show"] ?? "");
        canvas.scrollToElement(button.dataset["show"] ?? "");
        place.scrollIntoView({ block: "nearest" });
      }
    });

    function mark(ids: string | undefined, marker: string): void {
      for (const id of (ids ?? "").split(",").map((part) => part.trim())) {
        if (id && elements.get(id)) {
          canvas.addMarker(id, marker);
        }
      }
    }

    function time(id: string, row: HTMLElement): void {
      if (["", "0"].includes(row.dataset["spent"] ?? "")) {
        return;
      }
      const spent = document.createElement("span");
      spent.className = "diagram-time";
      const count = Number(row.dataset["count"]);
      spent.textContent = (row.dataset["spent"] ?? "") + (count > 1 ? ` ×${count}` : "");
      overlays.add(id, { position: { bottom: 6, left: 2 }, html: spent });
    }

    function show(id: string): void {
      const panel = page?.querySelector<HTMLElement>("[data-diagram-panel]");
      if (!panel) {
        return;
      }
      rows.forEach((_, other) => canvas.removeMarker(other, "chosen"));
      const row = rows.get(id);
      panel.hidden = !row;
      if (row) {
        canvas.addMarker(id, "chosen");
        panel.replaceChildren(
          ...[...row.cells].map((cell) => {
            const part = document.createElement("div");
            part.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
            return part;
          }),
        );
      }
    }
  } catch {
    viewer.destroy();
    place.hidden = true;
    alert("danger", word("undrawn"));
  }
}
