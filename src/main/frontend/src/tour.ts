import { csrfHeader } from "./csrf";

/*
 * The first tour: <template id="tour" data-end="/tour/end" data-next data-back data-skip data-finish>, in it one
 * <section data-target="selector"> for each step. The dialog is modal, so the keyboard stays in it; Escape ends it.
 */
export function startTour(): void {
  const template = document.querySelector<HTMLTemplateElement>("template#tour");
  const steps = template ? [...template.content.querySelectorAll<HTMLElement>("section")] : [];
  if (!template || steps.length === 0) {
    return;
  }
  const dialog = document.createElement("dialog");
  dialog.className = "tour card";
  dialog.setAttribute("aria-labelledby", "tour-title");
  const words = document.createElement("div");
  words.setAttribute("aria-live", "polite");
  const skip = button("btn btn-link ps-0 me-auto", template.dataset["skip"], () => dialog.close());
  const back = button("btn", template.dataset["back"], () => show(at - 1));
  const next = button("btn btn-primary", "", () => (at + 1 < steps.length ? show(at + 1) : dialog.close()));
  const buttons = document.createElement("div");
  buttons.className = "d-flex flex-wrap gap-2 mt-3";
  buttons.append(skip, back, next);
  dialog.append(words, buttons);
  dialog.addEventListener("close", () => {
    point("");
    dialog.remove();
    void fetch(template.dataset["end"] ?? "", { method: "POST", headers: csrfHeader() });
  });
  let at = 0;
  document.body.append(dialog);
  dialog.showModal();
  show(0);

  function show(step: number): void {
    at = step;
    const section = steps[step];
    if (!template || !section) {
      return;
    }
    words.replaceChildren(...[...section.children].map((child) => child.cloneNode(true)));
    words.querySelector("h2")?.setAttribute("id", "tour-title");
    back.hidden = step === 0;
    next.textContent = (step + 1 < steps.length ? template.dataset["next"] : template.dataset["finish"]) ?? "";
    skip.hidden = step + 1 === steps.length;
    point(section.dataset["target"] ?? "");
    next.focus();
  }
}

/** What the step speaks of; on a telephone it may be folded away, then nothing is pointed at. */
function point(selector: string): void {
  document.querySelectorAll(".tour-target").forEach((old) => old.classList.remove("tour-target"));
  const target = selector ? document.querySelector<HTMLElement>(selector) : null;
  if (target?.checkVisibility()) {
    target.classList.add("tour-target");
    target.scrollIntoView({ block: "nearest" });
  }
}

function button(className: string, text: string | undefined, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text ?? "";
  made.addEventListener("click", act);
  return made;
}
