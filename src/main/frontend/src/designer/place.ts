/*
 * The page of a drawing, <main data-drawing data-kind="bpmn" data-source="…" data-published="…">, and its words.
 */
export const page = document.querySelector<HTMLElement>("[data-drawing]") as HTMLElement;

/** Parts of the page by name: `<div data-part="canvas">`. */
export function part(name: string): HTMLElement {
  const found = page.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!found) {
    throw new Error(`The page has no part ${name}`);
  }
  return found;
}

/** A sentence of the page in the reader's language: `<span data-word="saved">Saved at {0}</span>`. */
export function word(name: string, ...values: (string | number)[]): string {
  const sentence = page.querySelector(`[data-word="${name}"]`)?.textContent ?? name;
  return values.reduce<string>((text, value, n) => text.replaceAll(`{${n}}`, String(value)), sentence);
}

export const isChinese = document.documentElement.lang.startsWith("zh");

/** Drawing needs room and a pointer; a narrow window shows the picture. */
export const isNarrow = window.matchMedia("(max-width: 767px)").matches;

export function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn btn-sm ms-2";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

/** Calls `act` for every `<button data-act="name">` of the page. */
export function onAct(acts: Record<string, (pressed: HTMLButtonElement) => unknown>): void {
  page.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("[data-act]") : null;
    const act = acts[pressed?.dataset["act"] ?? ""];
    if (pressed && act) {
      void act(pressed);
    }
  });
}

/** Hands a file to the reader. */
export function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
