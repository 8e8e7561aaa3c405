import Modeler from "dmn-js/lib/Modeler";
import NavigatedViewer from "dmn-js/lib/NavigatedViewer";
import { alert } from "../alerts";
import { csrfHeader } from "../csrf";
import { dmn } from "./chinese/dmn";
import { compared, listChanges, published } from "./difference";
import { list, written } from "./findings";
import { onFile } from "./file";
import { isNarrow, download, onAct, page, part, word } from "./place";
import { Saving } from "./saving";
import { inputs, tableChanges, type Input } from "./table";
import { translateBelow, translateModule } from "./translate";

type Any = any;

interface Fired {
  /** Why nothing could be worked out; empty when it could. */
  problem: string;
  rows: { number: number; annotation: string; outputs: { name: string; value: string }[] }[];
}

/** The drawing page of a decision table. */
async function start(): Promise<void> {
  const words = { additionalModules: [translateModule(dmn)] };
  const isRead = isNarrow || page.dataset["writable"] === "false";
  const modeler = new (isRead ? NavigatedViewer : Modeler)({
    container: part("canvas"),
    drd: words,
    decisionTable: words,
    literalExpression: words,
    boxedExpression: words,
  });
  const text = async (): Promise<string> => (await modeler.saveXML({ format: true })).xml;
  const show = (id: string): void => {
    const cell = part("canvas").querySelector(`[data-element-id="${CSS.escape(id)}"], [data-row-id="${CSS.escape(id)}"]`);
    cell?.scrollIntoView({ block: "center" });
  };
  const saving = new Saving(text, (findings) => list("server", findings, show));
  const open = async (source: string, name = "draft"): Promise<void> => {
    const { warnings } = await modeler.importXML(source);
    warnings.forEach((warning: Any) => alert("danger", word("warned", String(warning.message ?? warning))));
    const tables = modeler.getViews().filter((view: Any) => view.type === "decisionTable");
    if (tables.length === 1) {
      await modeler.open(tables[0]);
    }
    page.dataset["opened"] = name;
  };
  const stack = (): Any => modeler.getActiveViewer().get("commandStack");
  const buttons = (): void => {
    page.querySelectorAll<HTMLButtonElement>("[data-act=undo]").forEach((each) => (each.disabled = !stack().canUndo()));
    page.querySelectorAll<HTMLButtonElement>("[data-act=redo]").forEach((each) => (each.disabled = !stack().canRedo()));
  };
  if (isRead) {
    part("narrow").hidden = !isNarrow;
    page.classList.add("draw-viewed");
  } else {
    modeler.on("viewer.created", ({ viewer }: Any) => viewer.on("commandStack.changed", () => {
      saving.changed();
      buttons();
    }));
  }
  translateBelow(part("canvas"), dmn);
  list("server", written(), show);
  await open(await saving.open());
  if (isRead) {
    // A table that is only read is wider than a telephone, and the keyboard must get to its end as well.
    part("canvas").querySelectorAll<HTMLElement>(".tjs-table-container").forEach((table) => {
      table.tabIndex = 0;
      table.role = "region";
      table.ariaLabel = page.dataset["file"] ?? "";
    });
  }
  part("canvas").addEventListener("keydown", (event) => event.stopPropagation());

  onAct({
    undo: () => stack().undo(),
    redo: () => stack().redo(),
    export: async () => download(page.dataset["file"] ?? "table.dmn", new Blob([await text()], { type: "application/xml" })),
    compare: async () => {
      const before = await published();
      if (before === null) {
        alert("info", word("unpublished"));
        return;
      }
      compared(true);
      listChanges(tableChanges(before, await text()), () => compared(false));
    },
    draw: () => compared(false),
    try: async (pressed) => {
      part("trial").hidden = !part("trial").hidden;
      pressed.setAttribute("aria-expanded", String(!part("trial").hidden));
      ask(inputs(await text()));
    },
  });
  onFile(open, text, saving);
  part("inputs").addEventListener("submit", (event) => {
    event.preventDefault();
    void saving.now().then((saved) => {
      if (saved) {
        return answer();
      }
      part("fired").textContent = part("status").textContent;
      return undefined;
    });
  });
}

function ask(wanted: Input[]): void {
  const fields = wanted.map((input) => {
    const label = document.createElement("label");
    label.textContent = input.label;
    const field = input.choices.length > 0 ? document.createElement("select") : document.createElement("input");
    field.name = input.name;
    field.className = "form-control form-control-sm";
    if (field instanceof HTMLSelectElement) {
      field.append(new Option("", ""), ...input.choices.map((choice) => new Option(choice, choice)));
    } else {
      field.type = { date: "date", integer: "number", long: "number", double: "number", number: "number" }[input.type] ?? "text";
      field.step = "any";
    }
    label.append(field);
    return label;
  });
  const run = document.createElement("button");
  run.className = "btn btn-sm btn-primary";
  run.textContent = word("try-run");
  part("inputs").replaceChildren(...fields, run);
  part("fired").replaceChildren();
}

async function answer(): Promise<void> {
  const given = Object.fromEntries([...new FormData(part("inputs") as HTMLFormElement)].map(([name, value]) => [name, String(value)]));
  const said = await fetch(page.dataset["trial"] ?? "", {
    method: "POST",
    body: JSON.stringify(given),
    headers: { "Content-Type": "application/json", "HX-Request": "true", ...csrfHeader() },
  });
  const fired: Fired = said.ok ? ((await said.json()) as Fired) : { problem: word("offline"), rows: [] };
  document.querySelectorAll(".row-fired").forEach((row) => row.classList.remove("row-fired"));
  const head = document.createElement("p");
  head.textContent = fired.problem || (fired.rows.length === 0 ? word("try-none") : "");
  part("fired").replaceChildren(head, ...fired.rows.map((row) => {
    const box = document.createElement("div");
    const title = document.createElement("strong");
    title.textContent = word("try-rule", row.number);
    const values = document.createElement("dl");
    row.outputs.forEach(({ name, value }) => {
      const term = document.createElement("dt");
      const detail = document.createElement("dd");
      term.textContent = name;
      detail.textContent = value;
      values.append(term, detail);
    });
    box.append(title, row.annotation ? ` ${row.annotation}` : "", values);
    part("canvas").querySelectorAll(".tjs-table tbody tr")[row.number - 1]?.classList.add("row-fired");
    return box;
  }));
}

start().catch((error: unknown) => {
  page.dataset["failed"] = String(error);
  alert("danger", word("undrawn"));
});
