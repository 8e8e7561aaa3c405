import StockModeler from "bpmn-js/lib/Modeler";

/** An element as it stands in a file: where it hangs, what it is, and what it says. */
type Entry = string;

/**
 * What a save of ours has lost against bpmn-js as it comes, element by element and attribute by attribute. Namespaces
 * count by their address and not by their prefix; the order of attributes and the space between elements do not count.
 */
export async function lost(source: string, saved: string): Promise<Entry[]> {
  const place = document.createElement("div");
  const stock = new StockModeler({ container: place });
  try {
    await stock.importXML(source);
    const kept = (await stock.saveXML({ format: true })).xml ?? "";
    return missing(elements(kept), elements(saved));
  } finally {
    stock.destroy();
  }
}

function missing(wanted: Entry[], found: Entry[]): Entry[] {
  const left = new Map<Entry, number>();
  found.forEach((element) => left.set(element, (left.get(element) ?? 0) + 1));
  return wanted.filter((element) => {
    const count = left.get(element) ?? 0;
    left.set(element, count - 1);
    return count <= 0;
  });
}

function elements(xml: string): Entry[] {
  const root = new DOMParser().parseFromString(xml, "application/xml");
  return [...root.querySelectorAll("*")].flatMap((element) => {
    const place = placeOf(element);
    const own = [...element.childNodes].filter((child) => child.nodeType !== Node.ELEMENT_NODE).map((child) => child.textContent ?? "").join("").trim();
    const attributes = [...element.attributes].filter((attribute) => !attribute.name.startsWith("xmlns") && !isPrefixed(attribute))
      .map((attribute) => `${place} @${attribute.namespaceURI ?? ""} ${attribute.localName}=${attribute.value}`);
    return [place, ...attributes, ...(own ? [`${place} says ${own}`] : [])];
  });
}

/** `xsi:type` names its value with a prefix, which each writer chooses. */
function isPrefixed(attribute: Attr): boolean {
  return attribute.namespaceURI === "http://www.w3.org/2001/XMLSchema-instance";
}

function placeOf(element: Element): string {
  const id = element.getAttribute("id");
  const name = `{${element.namespaceURI}}${element.localName}`;
  if (id) {
    return `${name}#${id}`;
  }
  const reference = element.getAttribute("bpmnElement");
  return `${element.parentElement ? placeOf(element.parentElement) : ""}/${name}${reference ? `[${reference}]` : ""}`;
}
