import { word } from "./words";

/*
 * The keyboard. An element says itself by which key it is reached, one or several one after the other:
 *
 *   <a data-key="g i">   <button data-key="c">   <input data-key="/">   data-key-label="…" where its own text says too little
 *
 * A field is entered, everything else is pressed; what is hidden is not reached. Inside [data-item] the key belongs to the
 * item that has the focus; j, k and the arrows move the focus from one item's [data-open] to the next, x selects, ? shows
 * what there is on this page. Never inside a field, never while a dialog is open, never together with another modifier.
 */
const PATIENCE = 1500;

export function startShortcuts(): void {
  let begun: string[] = [];
  let since = 0;
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) {
      return;
    }
    if (event.timeStamp - since > PATIENCE) {
      begun = [];
    }
    const keys = [...begun, event.key];
    since = event.timeStamp;
    const element = begun.length > 0 || !moves(event.key) ? reached(keys.join(" ")) : undefined;
    if (element) {
      begun = [];
      event.preventDefault();
      follow(element);
    } else if (begins(keys.join(" "))) {
      begun = keys;
      event.preventDefault();
    } else {
      begun = [];
      if (act(event.key)) {
        event.preventDefault();
      }
    }
  });
}

/** What a page has whatever its elements say. */
function act(key: string): boolean {
  switch (key) {
    case "j":
    case "ArrowDown":
      return move(1, key === "j");
    case "k":
    case "ArrowUp":
      return move(-1, key === "k");
    case "x":
      item()?.querySelector<HTMLInputElement>("input[type=checkbox][name=item]")?.click();
      return item() !== null;
    case "?":
      show();
      return true;
    default:
      return false;
  }
}

function moves(key: string): boolean {
  return key === "j" || key === "k" || key.startsWith("Arrow");
}

function item(): Element | null {
  return document.activeElement?.closest("[data-item]") ?? null;
}

/** The arrows scroll as ever until an item has the focus. */
function move(by: number, enter: boolean): boolean {
  const titles = [...document.querySelectorAll<HTMLElement>("[data-item] [data-open]")];
  const at = titles.findIndex((title) => title.closest("[data-item]") === item());
  if (titles.length === 0 || (at < 0 && !enter)) {
    return false;
  }
  const title = titles[at < 0 ? 0 : Math.min(Math.max(at + by, 0), titles.length - 1)];
  title?.focus();
  title?.closest("[data-item]")?.scrollIntoView({ block: "nearest" });
  return true;
}

function keyed(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-key]")].filter(
    (element) => !(element as HTMLButtonElement).disabled && element.closest("[hidden]") === null,
  );
}

function reached(keys: string): HTMLElement | undefined {
  const found = keyed().filter((element) => element.dataset["key"] === keys);
  return (
    found.find((element) => item()?.contains(element)) ??
    found.find((element) => element.closest("[data-item]") === null)
  );
}

function begins(keys: string): boolean {
  return keyed().some((element) => element.dataset["key"]?.startsWith(`${keys} `));
}

function follow(element: HTMLElement): void {
  if (element.matches(FIELD)) {
    element.focus();
  } else {
    element.click();
  }
}

function isBusy(target: EventTarget | null): boolean {
  const typing = target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELD));
  return typing || document.querySelector("dialog[open], .dropdown-menu.show") !== null;
}

const FIELD = "textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])";

function show(): void {
  const dialog = document.createElement("dialog");
  dialog.className = "shortcuts card";
  const title = document.createElement("h2");
  title.id = "shortcuts-title";
  title.textContent = word("shortcuts");
  dialog.setAttribute("aria-labelledby", title.id);
  const list = document.createElement("dl");
  const lines = new Map<string, string>();
  if (document.querySelector("[data-item] [data-open]")) {
    lines.set("j / k", word("keyMove"));
    lines.set("Enter", word("keyOpen"));
    if (document.querySelector("[data-item] input[name=item]")) {
      lines.set("x", word("keySelect"));
    }
  }
  for (const element of keyed()) {
    const key = element.dataset["key"] ?? "";
    if (!lines.has(key)) {
      lines.set(key, label(element));
    }
  }
  lines.set("?", word("shortcuts"));
  lines.forEach((what, key) => list.append(line(key, what)));
  const close = document.createElement("button");
  close.type = "button";
  close.className = "btn";
  close.textContent = word("close");
  close.addEventListener("click", () => dialog.close());
  dialog.append(title, list, close);
  const before = document.activeElement;
  dialog.addEventListener("close", () => {
    dialog.remove();
    (before as HTMLElement | null)?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

function label(element: HTMLElement): string {
  return element.dataset["keyLabel"] ?? element.textContent?.trim() ?? element.ariaLabel ?? "";
}

function line(key: string, what: string): HTMLElement {
  const line = document.createElement("div");
  const keys = document.createElement("dt");
  for (const part of key.split(" ")) {
    const one = document.createElement(part === "/" && key !== "/" ? "span" : "kbd");
    one.textContent = part;
    keys.append(one);
  }
  const words = document.createElement("dd");
  words.textContent = what;
  line.append(keys, words);
  return line;
}
