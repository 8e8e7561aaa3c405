import { alert } from "./alerts";
import { growRows } from "./rows";
import { word } from "./words";

/*
 * Text that was typed and never arrived: <form data-keep="lodge">.
 *
 * Kept per tab, reader, page and key in the session storage: it survives a lost log-in, a crash of the server and a
 * reload, and is gone with the tab. Passwords, files and hidden fields are never kept. When the form was sent and the
 * next page neither shows it again nor asks for a log-in, it has arrived and is forgotten.
 */
type Kept = Record<string, string[]>;
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const SENT = "keep-sent";

export function startKeep(): void {
  document.addEventListener("input", (event) => {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-keep]") : null;
    if (form) {
      sessionStorage.setItem(place(form), JSON.stringify(read(form)));
    }
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) {
      return;
    }
    if (form.action.endsWith("/logout")) {
      sessionStorage.clear();
    } else if (form.dataset["keep"] && !event.defaultPrevented) {
      sessionStorage.setItem(place(form), JSON.stringify(read(form)));
      sessionStorage.setItem(SENT, place(form));
    }
  });
}

export function restoreKept(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-keep]")];
  const sent = sessionStorage.getItem(SENT);
  const interrupted = document.querySelector("[data-problem], [data-login]") !== null;
  sessionStorage.removeItem(SENT);
  if (sent && !interrupted && !forms.some((form) => place(form) === sent && form.querySelector("[data-problems]"))) {
    sessionStorage.removeItem(sent);
  }
  forms.filter((form) => !form.querySelector("[data-problems]")).forEach(restore);
}

function restore(form: HTMLFormElement): void {
  const kept = sessionStorage.getItem(place(form));
  if (!kept || kept === JSON.stringify(read(form))) {
    return;
  }
  write(form, JSON.parse(kept) as Kept);
  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "btn btn-sm ms-3";
  discard.textContent = word("discard");
  discard.addEventListener("click", () => {
    sessionStorage.removeItem(place(form));
    location.reload();
  });
  alert("info", word("restored"), discard);
}

/** Another reader in the same tab must not find it. */
function place(form: HTMLFormElement): string {
  const reader = document.querySelector("[data-reader]")?.textContent ?? "";
  return `keep:${reader}:${form.dataset["keep"]}:${new URL(form.action).pathname}`;
}

function fields(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (element): element is Field =>
      (element instanceof HTMLInputElement && !["hidden", "password", "file", "submit"].includes(element.type)) ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  );
}

function isChoice(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}

function read(form: HTMLFormElement): Kept {
  const kept: Kept = {};
  for (const field of fields(form)) {
    const values = (kept[field.name] ??= []);
    if (field instanceof HTMLSelectElement) {
      values.push(...[...field.selectedOptions].map((option) => option.value));
    } else if (!isChoice(field) || field.checked) {
      values.push(field.value);
    }
  }
  return kept;
}

function write(form: HTMLFormElement, kept: Kept): void {
  growRows(form, Object.keys(kept));
  const seen = new Map<string, number>();
  for (const field of fields(form)) {
    const values = kept[field.name];
    if (!values) {
      continue;
    }
    if (field instanceof HTMLSelectElement) {
      [...field.options].forEach((option) => (option.selected = values.includes(option.value)));
    } else if (isChoice(field)) {
      field.checked = values.includes(field.value);
    } else {
      const turn = seen.get(field.name) ?? 0;
      seen.set(field.name, turn + 1);
      field.value = values[turn] ?? "";
    }
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
