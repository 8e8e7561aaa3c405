/** Sentences that only the browser needs; the layout writes them in the reader's language. */
export type Word = "restored" | "discard" | "offline" | "close" | "undrawn" | "ok" | "cancel";

export function word(name: Word): string {
  return document.getElementById("web-words")?.dataset[name] ?? "";
}
