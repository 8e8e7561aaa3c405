/*
 * Rows that repeat: parties, demand points.
 *
 *   <div data-rows="parties" data-rows-min="1" data-rows-max="50">
 *     <div data-row> … name="parties[0].name" id="parties0.name" … <b data-row-number>1</b>
 *       <button type="button" data-row-remove>…</button></div>
 *     <template><div data-row> … name="parties[__index__].name" id="parties__index__.name" … </div></template>
 *   </div>
 *   <button type="button" data-row-add="parties">…</button>
 *
 * Indexes stay without gaps, so that the server's list has no holes.
 */
const NUMBERED = ["name", "id", "for", "aria-labelledby", "aria-describedby", "data-when"];

export function startRows(): void {
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const adding = target?.closest<HTMLElement>("[data-row-add]");
    if (adding) {
      const rows = document.querySelector<HTMLElement>(`[data-rows="${adding.dataset["rowAdd"]}"]`);
      if (rows) {
        addRow(rows)?.querySelector<HTMLElement>("input:not([type=hidden]),select,textarea")?.focus();
      }
      return;
    }
    const row = target?.closest("[data-row-remove]")?.closest<HTMLElement>("[data-row]");
    const rows = row?.closest<HTMLElement>("[data-rows]");
    if (row && rows) {
      row.remove();
      renumber(rows);
      changed(rows);
    }
  });
}

export function prepareRows(root: ParentNode): void {
  root.querySelectorAll<HTMLElement>("[data-rows]").forEach(renumber);
}

/** Restoring a form needs as many rows as it had. */
export function growRows(form: HTMLFormElement, names: Iterable<string>): void {
  const counts = new Map<string, number>();
  for (const name of names) {
    const match = /^(\w+)\[(\d+)\]/.exec(name);
    if (match?.[1] && match[2]) {
      counts.set(match[1], Math.max(counts.get(match[1]) ?? 0, Number(match[2]) + 1));
    }
  }
  for (const [list, count] of counts) {
    const rows = form.querySelector<HTMLElement>(`[data-rows="${list}"]`);
    while (rows && rowsOf(rows).length < count && addRow(rows)) {
      // Each turn adds one row.
    }
  }
}

function addRow(rows: HTMLElement): HTMLElement | null {
  const template = rows.querySelector<HTMLTemplateElement>(":scope > template");
  const row = template?.content.firstElementChild?.cloneNode(true);
  if (!template || !(row instanceof HTMLElement) || rowsOf(rows).length >= limit(rows, "rowsMax", Infinity)) {
    return null;
  }
  rows.insertBefore(row, template);
  renumber(rows);
  changed(rows);
  return row;
}

function rowsOf(rows: HTMLElement): HTMLElement[] {
  return [...rows.querySelectorAll<HTMLElement>(":scope > [data-row]")];
}

function renumber(rows: HTMLElement): void {
  const list = rows.dataset["rows"] ?? "";
  const all = rowsOf(rows);
  all.forEach((row, index) => {
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const name of NUMBERED) {
        const value = element.getAttribute(name);
        if (value) {
          element.setAttribute(name, numbered(value, list, index));
        }
      }
    }
    row.querySelectorAll("[data-row-number]").forEach((number) => (number.textContent = String(index + 1)));
    row.querySelectorAll<HTMLElement>("[data-row-remove]").forEach((button) => {
      button.hidden = all.length <= limit(rows, "rowsMin", 0);
    });
  });
  document.querySelectorAll<HTMLButtonElement>(`[data-row-add="${list}"]`).forEach((button) => {
    button.disabled = all.length >= limit(rows, "rowsMax", Infinity);
  });
}

function numbered(value: string, list: string, index: number): string {
  return value
    .replaceAll("__index__", String(index))
    .replace(new RegExp(`\\b${list}\\[\\d+\\]`, "g"), `${list}[${index}]`)
    .replace(new RegExp(`\\b${list}\\d+\\b`, "g"), `${list}${index}`);
}

function limit(rows: HTMLElement, name: "rowsMin" | "rowsMax", otherwise: number): number {
  const value = Number(rows.dataset[name] ?? otherwise);
  return Number.isNaN(value) ? otherwise : value;
}

function changed(rows: HTMLElement): void {
  rows.dispatchEvent(new Event("input", { bubbles: true }));
}
