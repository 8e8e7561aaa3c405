/*
 * Parts of a form that only some answers need:
 *
 *   <div data-when="decision=ACCEPT,MERGE"> … </div>        shown when the field "decision" has one of these values
 *   <div data-when="anonymous=true">, <div data-when="!anonymous=true">
 *
 * A hidden part is not sent. Without JavaScript everything is shown, and the server decides what it takes.
 */
export function prepareWhen(root: ParentNode): void {
  root.querySelectorAll<HTMLFormElement>("form:has([data-when])").forEach(apply);
}

export function startWhen(): void {
  document.addEventListener("input", (event) => {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    if (form) {
      apply(form);
    }
  });
}

function apply(form: HTMLFormElement): void {
  const parts = form.querySelectorAll<HTMLElement>("[data-when]");
  parts.forEach((part) => {
    part.hidden = !holds(form, part.dataset["when"] ?? "");
  });
  form.querySelectorAll<HTMLInputElement>("[data-when] :is(input, select, textarea, button)").forEach((field) => {
    field.disabled = field.closest("[data-when][hidden]") !== null;
  });
}

function holds(form: HTMLFormElement, condition: string): boolean {
  const match = /^(!?)([^=]+)=(.*)$/.exec(condition);
  if (!match) {
    return true;
  }
  const wanted = (match[3] ?? "").split(",");
  const found = valuesOf(form, match[2] ?? "").some((value) => wanted.includes(value));
  return found !== (match[1] === "!");
}

function valuesOf(form: HTMLFormElement, name: string): string[] {
  return [...form.elements].flatMap((element) => {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement) || element.name !== name) {
      return [];
    }
    const isChoice = element instanceof HTMLInputElement && (element.type === "radio" || element.type === "checkbox");
    return isChoice && !element.checked ? [] : [element.value];
  });
}
