import { shown, type Change } from "./difference";

interface Field {
  id: string;
  key?: string;
  label?: string;
  text?: string;
  type: string;
  components?: Field[];
}

/** Field by field, by their ids. */
export function formChanges(before: string, after: string): Change[] {
  const [was, is] = [all(JSON.parse(before) as Field), all(JSON.parse(after) as Field)];
  const removed = [...was].filter(([id]) => !is.has(id)).map(([, field]) => change("removed", field));
  const added = [...is].filter(([id]) => !was.has(id)).map(([, field]) => change("added", field));
  const changed = [...is].flatMap(([id, field]) => {
    const old = was.get(id);
    const fields = old ? differences(old, field) : [];
    return fields.length > 0 ? [{ ...change("changed", field), fields }] : [];
  });
  return [...removed, ...added, ...changed];
}

function all(form: Field): Map<string, Field> {
  const fields = new Map<string, Field>();
  const walk = (field: Field): void => {
    fields.set(field.id, field);
    field.components?.forEach(walk);
  };
  form.components?.forEach(walk);
  return fields;
}

function differences(was: Field, is: Field): Change["fields"] {
  const [one, other] = [was, is] as unknown as Record<string, unknown>[];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => name !== "components" && JSON.stringify(one?.[name]) !== JSON.stringify(other?.[name]))
    .map((name) => ({ name, before: told(one?.[name]), after: told(other?.[name]) }));
}

function told(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : shown(value);
}

function change(kind: Change["kind"], field: Field): Change {
  return { kind, element: field.id, name: field.label ?? field.text ?? field.key ?? field.type, fields: [] };
}
