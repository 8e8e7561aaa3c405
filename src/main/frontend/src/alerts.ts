import { word } from "./words";

/** One sentence in the open dialog, else in the alert area; `actions` are buttons behind it. */
export function alert(kind: "info" | "danger", sentence: string, ...actions: HTMLButtonElement[]): HTMLElement {
  const box = document.createElement("div");
  box.className = `alert alert-${kind} alert-dismissible`;
  const text = document.createElement("div");
  text.append(sentence, ...actions);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "btn-close";
  close.dataset["bsDismiss"] = "alert";
  close.ariaLabel = word("close");
  box.append(text, close);
  const dialog = document.querySelector("dialog.act[open]");
  if (dialog) {
    dialog.prepend(box);
  } else {
    document.getElementById("alerts")?.append(box);
  }
  return box;
}
