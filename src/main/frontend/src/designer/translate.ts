import { isChinese } from "./place";

/** Words of a library in the reader's language, for the libraries that ask; a word that is missing is said to the console. */
export function translateModule(dictionary: Record<string, string>): object {
  return { translate: ["value", (text: string, values: Record<string, unknown> = {}) => fill(translated(text, dictionary), values)] };
}

function translated(text: string, dictionary: Record<string, string>): string {
  if (!isChinese || !/[A-Za-z]{2}/.test(text) || /[\u4e00-\u9fff]/.test(text)) {
    return text;
  }
  const found = dictionary[text];
  if (found === undefined) {
    console.warn(`no Chinese for: ${text}`);
  }
  return found ?? text;
}

function fill(text: string, values: Record<string, unknown>): string {
  return text.replaceAll(/{([^}]+)}/g, (all, name: string) => (values[name] === undefined ? all : String(values[name])));
}

/** For the libraries that do not ask: puts our words in place of theirs as they appear below `root`. */
export function translateBelow(root: HTMLElement, dictionary: Record<string, string>): void {
  if (!isChinese) {
    return;
  }
  const mend = (node: Node): void => {
    if (node instanceof Text) {
      const found = dictionary[node.data.trim()];
      // What people type is theirs.
      if (found !== undefined && !node.parentElement?.closest("input, textarea, [contenteditable]")) {
        node.data = node.data.replace(node.data.trim(), found);
      }
    } else if (node instanceof Element) {
      for (const name of ["title", "aria-label", "placeholder", "alt"]) {
        const found = dictionary[node.getAttribute(name) ?? ""];
        if (found !== undefined) {
          node.setAttribute(name, found);
        }
      }
      node.childNodes.forEach(mend);
    }
  };
  mend(root);
  new MutationObserver((changes) =>
    changes.forEach((change) => {
      if (change.type === "childList") {
        change.addedNodes.forEach(mend);
      } else {
        mend(change.target);
      }
    }),
  ).observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["title", "aria-label", "placeholder"] });
}
