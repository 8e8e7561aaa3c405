import { page, part, word } from "./place";

export interface Change {
  kind: "added" | "removed" | "changed" | "moved";
  /** Id of the element. */
  element: string;
  name: string;
  fields: { name: string; before: string; after: string }[];
}

/** The published text; null when nothing is published. */
export async function published(): Promise<string | null> {
  const address = page.dataset["published"];
  const answer = address ? await fetch(address, { headers: { "HX-Request": "true" } }) : null;
  return (answer?.ok && (await answer.text())) || null;
}

/** Turns to the difference, or back to the drawing. */
export function compared(is: boolean): void {
  part("difference").hidden = !is;
  part("drawing").hidden = is;
}

/** Lists the changes with the fields that differ; a click on one shows it. */
export function listChanges(changes: Change[], show: (element: string) => void): void {
  const head = document.createElement("p");
  head.textContent = changes.length === 0 ? word("same") : word("changes", changes.length);
  const list = document.createElement("ul");
  list.className = "changes";
  for (const change of changes) {
    const item = document.createElement("li");
    const act = document.createElement("button");
    act.type = "button";
    act.className = `change change-${change.kind}`;
    const kind = document.createElement("span");
    kind.className = "badge";
    kind.textContent = word(change.kind);
    act.append(kind, ` ${change.name || change.element}`);
    act.addEventListener("click", () => show(change.element));
    item.append(act);
    for (const field of change.fields) {
      const line = document.createElement("div");
      const before = document.createElement("del");
      const after = document.createElement("ins");
      before.textContent = field.before;
      after.textContent = field.after;
      line.append(`${field.name}: `, before, " → ", after);
      item.append(line);
    }
    list.append(item);
  }
  part("changes").replaceChildren(head, list);
}

/** A value of a model as people read it. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) {
    return word("nothing");
  }
  if (typeof value !== "object") {
    return String(value);
  }
  const thing = value as { body?: string; id?: string; name?: string; text?: string; values?: unknown[] };
  if (Array.isArray(value)) {
    return value.map(shown).join(", ");
  }
  return thing.body ?? thing.text ?? thing.id ?? thing.name ?? (thing.values ?? []).map(shown).join(", ");
}
