import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { alert } from "./alerts";
import { word } from "./words";

interface Canvas {
  zoom(level: "fit-viewport", center: "auto"): void;
  addMarker(id: string, marker: string): void;
}

interface Elements {
  get(id: string): object | undefined;
}

/** <div data-diagram="/address/of/xml" data-passed="start,user_screen" data-tokens="user_handle"></div> */
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
    canvas.zoom("fit-viewport", "auto");
    mark(place.dataset["passed"], "passed");
    mark(place.dataset["tokens"], "token");

    function mark(ids: string | undefined, marker: string): void {
      for (const id of (ids ?? "").split(",").map((part) => part.trim())) {
        // A model that has changed since may no longer have the element.
        if (id && elements.get(id)) {
          canvas.addMarker(id, marker);
        }
      }
    }
  } catch {
    viewer.destroy();
    place.hidden = true;
    alert("danger", word("undrawn"));
  }
}
