import { forgetKept } from "./keep";

/*
 * One question after another: <form data-steps> with <section data-step> for each, the last of them the page on which
 * the answers are checked (data-check). Without JavaScript it is one long form, and nothing of this is missed.
 *
 *   data-progress="{0} of {1}"  data-back, data-next, data-change, data-none: words
 *   data-similar: address that is asked, before sending, for what others have been answered
 *   a field with data-missing must be filled in before the next question; the sentence says so
 */
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function prepareSteps(root: ParentNode): void {
  root.querySelectorAll<HTMLFormElement>("form[data-steps]:not([data-stepping])").forEach((form) => {
    form.dataset["stepping"] = "true";
    start(form);
  });
}

function start(form: HTMLFormElement): void {
  const steps = [...form.querySelectorAll<HTMLElement>("[data-step]")];
  const last = steps.length - 1;
  const progress = document.createElement("p");
  progress.className = "steps-progress";
  form.prepend(progress);
  steps.forEach((step, at) => step.append(buttons(form, at, last, go)));
  let now = 0;

  function show(at: number, focus: boolean): void {
    now = Math.max(0, Math.min(at, last));
    steps.forEach((step, number) => (step.hidden = number !== now));
    form.querySelectorAll<HTMLElement>("[data-send]").forEach((part) => (part.hidden = now !== last));
    progress.textContent = word(form, "progress").replace("{0}", String(now + 1)).replace("{1}", String(steps.length));
    if (now === last) {
      summarise(form, steps.slice(0, last), (number) => go(number));
      void askForSimilar(form);
    }
    if (focus) {
      steps[now]?.querySelector<HTMLElement>("h2")?.focus();
      progress.scrollIntoView();
    }
  }

  function go(to: number): void {
    const missing = to > now ? steps.slice(now, to).findIndex((step) => !complete(step)) : -1;
    const reached = missing < 0 ? to : now + missing;
    if (reached !== now) {
      history.pushState({ step: reached }, "");
      show(reached, missing < 0);
    }
    if (missing >= 0) {
      steps[reached]?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }

  form.addEventListener("keydown", (event) => {
    // Enter in a field would send a form that is not finished.
    const inLine = event.target instanceof HTMLInputElement && event.target.type !== "submit";
    if (event.key === "Enter" && inLine && now !== last) {
      event.preventDefault();
      go(now + 1);
    }
  });
  form.querySelectorAll<HTMLElement>("[data-scripted]").forEach((part) => (part.hidden = false));
  form.querySelector("[data-forget]")?.addEventListener("click", () => {
    forgetKept(form);
    location.assign(form.action);
  });
  // What the page said about other questions leads to them.
  form.querySelectorAll<HTMLAnchorElement>("[data-problems] a").forEach((link) =>
    link.addEventListener("click", (event) => {
      const field = form.querySelector<HTMLElement>(`#${CSS.escape(link.hash.slice(1))}`);
      const step = steps.findIndex((one) => field !== null && one.contains(field));
      if (step >= 0) {
        event.preventDefault();
        history.pushState({ step }, "");
        show(step, false);
        field?.focus();
      }
    }),
  );
  window.addEventListener("popstate", (event) => show(stepOf(event.state), true));
  const refused = steps.findIndex((step) => step.querySelector(".is-invalid"));
  // The way back from there leads through the questions before it, not away from the page with what it says.
  for (let before = stepOf(history.state); before < refused; before++) {
    history.pushState({ step: before + 1 }, "");
  }
  show(refused >= 0 ? refused : 0, false);
}

function stepOf(state: unknown): number {
  return (state as { step?: number } | null)?.step ?? 0;
}

function buttons(form: HTMLFormElement, at: number, last: number, go: (to: number) => void): HTMLElement {
  const row = document.createElement("div");
  row.className = "card-footer step-buttons";
  if (at > 0) {
    row.append(button("btn", word(form, "back"), () => history.back()));
  }
  if (at < last) {
    row.append(button("btn btn-primary", word(form, "next"), () => go(at + 1)));
  }
  return row;
}

function button(className: string, text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

/** Says at each field what is missing; true when nothing is. */
function complete(step: HTMLElement): boolean {
  const wanted = [...step.querySelectorAll<Field>("[data-missing]")].filter((field) => !field.disabled);
  wanted.forEach((field) => say(field, isFilled(field) ? "" : (field.dataset["missing"] ?? "")));
  return wanted.every(isFilled);
}

function isFilled(field: Field): boolean {
  return field instanceof HTMLInputElement && field.type === "radio"
    ? field.form?.querySelector(`[name="${field.name}"]:checked`) !== null
    : field.value.trim() !== "";
}

function say(field: Field, sentence: string): void {
  const id = `${field.id}-missing`;
  const said = document.getElementById(id) ?? document.createElement("div");
  said.id = id;
  said.className = "invalid-feedback";
  said.textContent = sentence;
  field.classList.toggle("is-invalid", sentence !== "");
  field.setAttribute("aria-invalid", String(sentence !== ""));
  if (sentence) {
    (field.closest("fieldset") ?? field.parentElement)?.append(said);
    field.setAttribute("aria-errormessage", id);
  } else {
    said.remove();
    field.removeAttribute("aria-errormessage");
  }
}

function summarise(form: HTMLFormElement, steps: HTMLElement[], change: (to: number) => void): void {
  const list = document.createElement("dl");
  steps.forEach((step, at) => {
    const question = step.querySelector("h2")?.textContent ?? "";
    const term = document.createElement("dt");
    term.textContent = question;
    const again = button("btn ms-2", word(form, "change"), () => change(at));
    again.setAttribute("aria-label", `${word(form, "change")}: ${question}`);
    term.append(again);
    list.append(term);
    const answers = [...step.querySelectorAll<Field>("input, select, textarea")].flatMap(answer);
    (answers.length > 0 ? answers : [word(form, "none")]).forEach((text) => {
      const said = document.createElement("dd");
      said.className = "written";
      said.textContent = text;
      list.append(said);
    });
  });
  form.querySelector("[data-summary]")?.replaceChildren(list);
}

/** What was answered in a field, in the words of the page. */
function answer(field: Field): string[] {
  if (field.disabled || field.type === "hidden") {
    return [];
  }
  if (field instanceof HTMLSelectElement) {
    const chosen = field.selectedOptions[0];
    const asked = field.dataset["only"];
    const counts = !asked || field.form?.querySelector<HTMLInputElement>(`#${asked}`)?.value.trim() !== "";
    return field.value && chosen && counts ? [chosen.text.trim()] : [];
  }
  if (field instanceof HTMLInputElement && field.type === "file") {
    return [...(field.files ?? [])].map((file) => file.name);
  }
  if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")) {
    const label = field.closest("label")?.querySelector(".form-check-label");
    return field.checked ? [label?.textContent?.trim() ?? ""] : [];
  }
  return field.value.trim() ? [field.value] : [];
}

/** Nothing is lost when it fails: it is only a hint. */
async function askForSimilar(form: HTMLFormElement): Promise<void> {
  const place = form.querySelector<HTMLElement>("[data-similar-place]");
  const address = form.dataset["similar"];
  if (!place || !address) {
    return;
  }
  const asked = new FormData(form);
  const words = new URLSearchParams();
  for (const name of ["_csrf", "title", "text", "demand"]) {
    words.append(name, String(asked.get(name) ?? ""));
  }
  try {
    const reply = await fetch(address, { method: "POST", body: words });
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    place.replaceChildren(...(page.querySelector("[data-similar-answers]")?.childNodes ?? []));
  } catch {
    place.replaceChildren();
  }
}

function word(form: HTMLFormElement, name: string): string {
  return form.dataset[name] ?? "";
}
