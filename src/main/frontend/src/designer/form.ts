import { Form, FormEditor } from "@bpmn-io/form-js";
import { alert } from "../alerts";
import { form } from "./chinese/form";
import { compared, listChanges, published } from "./difference";
import { onFile } from "./file";
import { list, written } from "./findings";
import { formChanges } from "./fields";
import { download, isNarrow, onAct, page, part, word } from "./place";
import { Saving } from "./saving";
import { translateBelow } from "./translate";

type Any = any;

/** The drawing page of a task form. */
async function start(): Promise<void> {
  const place = document.createElement("div");
  const preview = document.createElement("div");
  place.className = "form-place";
  preview.className = "form-preview";
  preview.hidden = true;
  part("canvas").append(place, preview);
  translateBelow(part("canvas"), form);
  const editor = new FormEditor({ container: place });
  const text = (): Promise<string> => Promise.resolve(JSON.stringify(editor.saveSchema(), null, 2));
  const show = (id: string): void => {
    const field = (editor.get as Any)("formFieldRegistry").getAll().find((each: Any) => each.id === id || each.key === id);
    if (field) {
      (editor.get as Any)("selection").set(field);
    }
  };
  const saving = new Saving(text, (findings) => list("server", findings, show));
  const open = async (source: string, name = "draft"): Promise<void> => {
    await editor.importSchema(JSON.parse(source) as Any);
    page.dataset["opened"] = name;
  };
  const turn = async (shown: boolean): Promise<void> => {
    preview.replaceChildren();
    place.hidden = shown;
    preview.hidden = !shown;
    page.querySelector("[data-act=preview]")?.setAttribute("aria-pressed", String(shown));
    if (shown) {
      await new Form({ container: preview }).importSchema(editor.saveSchema() as Any);
    }
  };
  list("server", written(), show);
  await open(await saving.open());
  (editor.on as Any)("changed", () => saving.changed());
  if (isNarrow || !saving.isWritable()) {
    part("narrow").hidden = !isNarrow;
    page.classList.add("draw-viewed");
    await turn(true);
  }

  onAct({
    preview: () => turn(Boolean(preview.hidden)),
    export: async () => download(page.dataset["file"] ?? "task.form", new Blob([await text()], { type: "application/json" })),
    compare: async () => {
      const before = await published();
      if (before === null) {
        alert("info", word("unpublished"));
        return;
      }
      compared(true);
      listChanges(formChanges(before, await text()), (id) => {
        compared(false);
        show(id);
      });
    },
    draw: () => compared(false),
  });
  onFile(open, text, saving);
}

start().catch((error: unknown) => {
  page.dataset["failed"] = String(error);
  alert("danger", word("undrawn"));
});
