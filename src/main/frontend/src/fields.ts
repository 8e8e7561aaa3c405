import { growRows } from "./rows";

/** What a form holds, by the name of the field. */
export type Fields = Record<string, string[]>;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const NEVER_KEPT = ["hidden", "password", "file", "submit"];

/** Passwords, files, hidden and protected fields (`data-no-keep`) are left out. */
export function readFields(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  for (const field of kept(form)) {
    const values = (fields[field.name] ??= []);
    if (field instanceof HTMLSelectElement) {
      values.push(...[...field.selectedOptions].map((option) => option.value));
    } else if (!isChoice(field) || field.checked) {
      values.push(field.value);
    }
  }
  return fields;
}

/** Fills in what the form has fields for; nothing is trusted, the server checks it like anything that is typed. */
export function writeFields(form: HTMLFormElement, fields: Fields): void {
  growRows(form, Object.keys(fields));
  const seen = new Map<string, number>();
  for (const field of kept(form)) {
    const values = fields[field.name];
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

export function sameFields(one: Fields, other: Fields): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function kept(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (element): element is Field =>
      ((element instanceof HTMLInputElement && !NEVER_KEPT.includes(element.type)) ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.name !== "" &&
      !("noKeep" in element.dataset),
  );
}

function isChoice(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}
