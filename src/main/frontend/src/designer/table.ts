import type { Change } from "./difference";
import { word } from "./place";

/** What a decision table asks for. */
export interface Input {
  /** The fact, as the table's expression names it. */
  name: string;
  label: string;
  type: string;
  /** All values that it can have, if the table says so or only compares with words. */
  choices: string[];
}

interface Table {
  columns: Map<string, string>;
  hitPolicy: string;
  rows: Map<string, { number: number; cells: Map<string, string> }>;
}

const WORD = /"([^"]*)"/g;

export function inputs(xml: string): Input[] {
  const table = parse(xml).querySelector("decisionTable");
  const rows = [...(table?.querySelectorAll(":scope > rule") ?? [])];
  return [...(table?.querySelectorAll(":scope > input") ?? [])].map((input, column) => {
    const expression = input.querySelector("inputExpression");
    const name = textOf(expression);
    const type = expression?.getAttribute("typeRef") ?? "";
    const cells = rows.map((row) => textOf(row.querySelectorAll(":scope > inputEntry")[column]));
    const values = [textOf(input.querySelector("inputValues")), ...cells].flatMap((cell) => [...cell.matchAll(WORD)].map((found) => found[1] ?? ""));
    const isDate = type === "date" || cells.some((cell) => cell.includes("date("));
    return {
      name,
      label: input.getAttribute("label") || name,
      type: isDate ? "date" : type,
      choices: type === "boolean" ? ["true", "false"] : type === "string" && !isDate ? [...new Set(values)] : [],
    };
  });
}

/** Row by row and cell by cell, by the ids of rows and columns. */
export function tableChanges(before: string, after: string): Change[] {
  const [was, is] = [read(before), read(after)];
  const changes: Change[] = [];
  if (was.hitPolicy !== is.hitPolicy) {
    changes.push({ kind: "changed", element: "hitPolicy", name: word("hit-policy"), fields: [{ name: word("hit-policy"), before: was.hitPolicy, after: is.hitPolicy }] });
  }
  by(was.columns, is.columns, (kind, element, one, other) =>
    changes.push({ kind, element, name: other ?? one ?? element, fields: [] }), (one, other) => one !== other);
  by(was.rows, is.rows, (kind, element, one, other) => {
    const row = other ?? one;
    const fields = kind === "changed"
      ? [...is.columns].map(([column, name]) => ({ name, before: one?.cells.get(column) ?? "", after: other?.cells.get(column) ?? "" }))
        .filter((field) => field.before !== field.after)
      : [];
    changes.push({ kind, element, name: `${word("row", row?.number ?? 0)} ${row?.cells.get("annotation") ?? ""}`, fields });
  }, (one, other) => JSON.stringify([...one.cells]) !== JSON.stringify([...other.cells]));
  return changes.concat(moved([...was.rows.keys()], [...is.rows.keys()], is));
}

function moved(was: string[], is: string[], table: Table): Change[] {
  const stayed = was.filter((id) => is.includes(id));
  const now = is.filter((id) => was.includes(id));
  return now.filter((id, n) => stayed[n] !== id).map((element) => ({
    kind: "moved", element, name: word("row", table.rows.get(element)?.number ?? 0), fields: [],
  }));
}

function by<T>(was: Map<string, T>, is: Map<string, T>, tell: (kind: Change["kind"], id: string, one?: T, other?: T) => void,
  differ: (one: T, other: T) => boolean): void {
  was.forEach((one, id) => {
    const other = is.get(id);
    if (other === undefined) {
      tell("removed", id, one);
    } else if (differ(one, other)) {
      tell("changed", id, one, other);
    }
  });
  is.forEach((other, id) => {
    if (!was.has(id)) {
      tell("added", id, undefined, other);
    }
  });
}

function read(xml: string): Table {
  const table = parse(xml).querySelector("decisionTable");
  const columns = new Map([...(table?.querySelectorAll(":scope > input, :scope > output") ?? [])].map((column) =>
    [column.id, column.getAttribute("label") || column.getAttribute("name") || textOf(column.querySelector("inputExpression"))]));
  const ids = [...columns.keys()];
  const rows = new Map([...(table?.querySelectorAll(":scope > rule") ?? [])].map((rule, n) => {
    const cells = new Map([...rule.querySelectorAll(":scope > inputEntry, :scope > outputEntry")].map((cell, column) => [ids[column] ?? "", textOf(cell)]));
    cells.set("annotation", rule.querySelector(":scope > description")?.textContent?.trim() ?? "");
    return [rule.id, { number: n + 1, cells }];
  }));
  columns.set("annotation", word("annotation"));
  return { columns, hitPolicy: table?.getAttribute("hitPolicy") ?? "UNIQUE", rows };
}

function parse(xml: string): Document {
  return new DOMParser().parseFromString(xml, "application/xml");
}

function textOf(element: Element | null | undefined): string {
  return element?.querySelector("text")?.textContent?.trim() ?? "";
}
