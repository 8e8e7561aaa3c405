import { alert } from "./alerts";
import {
  changedDraft,
  discardDraft,
  fetchDraft,
  isOurs,
  momentOf,
  seenDraft,
  startDrafts,
  stopDraft,
  watchDraft,
} from "./drafts";
import { readFields, sameFields, writeFields, type Fields } from "./fields";
import { word } from "./words";

/*
 * Text that was typed and never arrived: <form data-keep="lodge">.
 *
 * Kept per tab, reader, page and key in the session storage: it survives a lost log-in, a crash of the server and a
 * reload, and is gone with the tab. When the form was sent and the next page neither shows it again nor asks for a
 * log-in, it has arrived and is forgotten. The form of a work item (data-item) is kept on the server too.
 */
interface Kept {
  fields: Fields;
  at: number;
  /** The server has it as well. */
  saved: boolean;
  /** The draft on the server that it goes on from, by when it was saved there. */
  seen: string | null;
}

const SENT = "keep-sent";

export function startKeep(): void {
  startDrafts();
  document.addEventListener("input", (event) => {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-keep]") : null;
    if (form) {
      keep(form);
      changedDraft(form);
    }
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) {
      return;
    }
    if (form.action.endsWith("/logout")) {
      sessionStorage.clear();
    } else if (form.dataset["keep"] && !event.defaultPrevented) {
      keep(form);
      sessionStorage.setItem(SENT, place(form));
      stopDraft(form);
    }
  });
}

export function restoreKept(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-keep]")];
  const sent = sessionStorage.getItem(SENT);
  const interrupted = document.querySelector("[data-problem], [data-login]") !== null;
  sessionStorage.removeItem(SENT);
  if (sent && !interrupted && !forms.some((form) => place(form) === sent && form.querySelector("[data-problems]"))) {
    sessionStorage.removeItem(sent);
  }
  restoreKeptIn(document);
}

/** What comes onto the page later, in a dialog, is restored as well. */
export function restoreKeptIn(root: ParentNode): void {
  root
    .querySelectorAll<HTMLFormElement>("form[data-keep]")
    .forEach((form) => void (form.dataset["item"] ? restoreItem(form) : restore(form, kept(form))));
}

/**
 * What this window has typed beyond the draft on the server, else that draft; what the server has not is sent there. The
 * clock of this machine is not asked: it may go wrong.
 */
async function restoreItem(form: HTMLFormElement): Promise<void> {
  const here = kept(form);
  const shown = readFields(form);
  const draft = await fetchDraft(form);
  if (!sameFields(shown, readFields(form))) {
    // Whoever is quicker than the answer goes on with what they type.
    watchDraft(form, draft, () => keep(form, true));
    changedDraft(form);
    return;
  }
  const unsaved = here !== null && !here.saved && (!draft || draft.savedAt === here.seen || isOurs(draft));
  if (unsaved) {
    restore(form, here);
  } else if (draft) {
    restore(form, { fields: draft.fields, at: Date.parse(draft.savedAt), saved: true, seen: draft.savedAt });
    keep(form, true);
  } else if (draft === null) {
    sessionStorage.removeItem(place(form));
  }
  // Only now: what was filled in by us is no change.
  watchDraft(form, draft, () => keep(form, true));
  if (unsaved) {
    changedDraft(form);
  }
}

/** False when there is nothing that the page does not show already. */
function restore(form: HTMLFormElement, found: Kept | null): boolean {
  if (!found || form.querySelector("[data-problems]") || sameFields(found.fields, readFields(form))) {
    return false;
  }
  writeFields(form, found.fields);
  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "btn btn-sm ms-3";
  discard.textContent = word("discard");
  discard.addEventListener("click", () => {
    sessionStorage.removeItem(place(form));
    void discardDraft(form).then(() => location.reload());
  });
  const sentence = form.dataset["item"] ? word("draftRestored", momentOf(new Date(found.at).toISOString())) : word("restored");
  const files = form.querySelector("input[type=file]") ? ` ${word("draftFiles")}` : "";
  alert("info", sentence + files, discard);
  return true;
}

function keep(form: HTMLFormElement, saved = false): void {
  const now: Kept = { fields: readFields(form), at: Date.now(), saved, seen: seenDraft(form) };
  sessionStorage.setItem(place(form), JSON.stringify(now));
}

function kept(form: HTMLFormElement): Kept | null {
  const text = sessionStorage.getItem(place(form));
  const found = text ? (JSON.parse(text) as Partial<Kept>) : {};
  return found.fields ? (found as Kept) : null;
}

/** What was typed here is not to be found again: somebody else may use this device next. */
export function forgetKept(form: HTMLFormElement): void {
  sessionStorage.removeItem(place(form));
}

/** Another reader in the same tab must not find it. */
function place(form: HTMLFormElement): string {
  const reader = document.querySelector("[data-reader]")?.textContent ?? "";
  return `keep:${reader}:${form.dataset["keep"]}:${new URL(form.action).pathname}`;
}
