/** Sentences that only the browser needs; the layout writes them in the reader's language. */
export type Word =
  | "restored"
  | "discard"
  | "draftRestored"
  | "draftFiles"
  | "draftSaved"
  | "draftOffline"
  | "draftLogin"
  | "draftStopped"
  | "offline"
  | "close"
  | "undrawn"
  | "ok"
  | "cancel"
  | "leave"
  | "shortcuts"
  | "keyMove"
  | "keyOpen"
  | "keySelect";

/** `{0}` in the sentence is replaced by the argument. */
export function word(name: Word, argument = ""): string {
  return (document.getElementById("web-words")?.dataset[name] ?? "").replace("{0}", argument);
}
