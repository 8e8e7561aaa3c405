import { alert } from "../alerts";
import { onAct, page, part, word } from "./place";
import type { Saving } from "./saving";

/** Takes a file of the reader's in place of what is drawn, when they say so; one that can not be read changes nothing. */
export function onFile(open: (text: string, name?: string) => Promise<void>, draw: () => Promise<string>, saving: Saving): void {
  onAct({ import: () => part("file").click() });
  part("file").addEventListener("change", async (event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file && window.confirm(word("replace", file.name))) {
      await saving.hold(async () => {
        const drawn = await draw();
        delete page.dataset["opened"];
        try {
          await open(await file.text(), file.name);
        } catch {
          alert("danger", word("not-read", file.name));
          await open(drawn);
        }
      });
      saving.changed();
    }
    input.value = "";
  });
}
