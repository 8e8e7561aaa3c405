import { alert } from "../alerts";
import { onAct, page, part, word } from "./place";
import type { Saving } from "./saving";

/** Takes a file of the reader's in place of what is drawn; one that can not be read changes nothing. */
export function onFile(open: (text: string, name?: string) => Promise<void>, saving: Saving): void {
  onAct({ import: () => part("file").click() });
  part("file").addEventListener("change", async (event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) {
      delete page.dataset["opened"];
      try {
        await open(await file.text(), file.name);
        saving.changed();
      } catch {
        alert("danger", word("not-read", file.name));
        await open(await saving.open());
      }
      input.value = "";
    }
  });
}
