import { csrfHeader } from "./csrf";
import { readFields, type Fields } from "./fields";
import { word, type Word } from "./words";

/*
 * The form of a work item, <form data-keep="reply-17" data-item="17">, is kept on the server while it is typed: it is
 * there on another machine and after a lost session. A window overwrites only the draft that it has seen.
 */
export interface Draft {
  savedAt: string;
  fields: Fields;
  /** The window that has written it. */
  hand: string;
}

interface Saving {
  seen: string | null;
  timer: number;
  running: AbortController | null;
  stopped: boolean;
  saved: () => void;
}

const PAUSE = 1500;
const RETRY = 15_000;
const HAND = "draft-hand";

/** One for each window, over its reloads. */
let hand = "";

const savings = new Map<HTMLFormElement, Saving>();

/** @param saved told when what the form holds is on the server */
export function watchDraft(form: HTMLFormElement, draft: Draft | null | undefined, saved: () => void): void {
  savings.set(form, { seen: draft?.savedAt ?? null, timer: 0, running: null, stopped: false, saved });
}

/** Null when there is none, undefined when the server does not say. */
export async function fetchDraft(form: HTMLFormElement): Promise<Draft | null | undefined> {
  try {
    const answer = await call(form, "GET");
    return answer.status === 204 ? null : answer.ok ? ((await answer.json()) as Draft) : undefined;
  } catch {
    return undefined;
  }
}

export async function discardDraft(form: HTMLFormElement): Promise<void> {
  stopDraft(form);
  await call(form, "DELETE").catch(() => undefined);
}

export function changedDraft(form: HTMLFormElement, pause = PAUSE): void {
  const saving = savings.get(form);
  if (saving && !saving.stopped) {
    window.clearTimeout(saving.timer);
    saving.timer = window.setTimeout(() => void save(form, saving), pause);
  }
}

/** The form itself is on its way. */
export function stopDraft(form: HTMLFormElement): void {
  const saving = savings.get(form);
  if (saving) {
    window.clearTimeout(saving.timer);
    saving.running?.abort();
    saving.stopped = true;
  }
}

/** When the draft was saved that this page has seen last; null for none. */
export function seenDraft(form: HTMLFormElement): string | null {
  return savings.get(form)?.seen ?? null;
}

export function isOurs(draft: Draft): boolean {
  return draft.hand === hand;
}

export function startDrafts(): void {
  takeHand();
  window.addEventListener("online", () => savings.forEach((saving, form) => saving.timer && changedDraft(form, 0)));
  // Back in the browser's history the form is as it was left.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      takeHand();
      savings.forEach((saving) => (saving.stopped = false));
    }
  });
  // Whoever closes the window within the pause has typed all the same.
  window.addEventListener("pagehide", () => {
    savings.forEach((saving, form) => saving.timer && void save(form, saving, true));
    sessionStorage.setItem(HAND, hand);
  });
}

/**
 * An open page has the hand to itself, and leaves it for the next one of its window: a window that is duplicated takes
 * its session storage along, and must not write with the same hand.
 */
function takeHand(): void {
  // Not randomUUID: that needs https, and some desks stand in a network without.
  hand ||=
    sessionStorage.getItem(HAND) ??
    [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("");
  sessionStorage.removeItem(HAND);
}

/** `10:32` for today, else with the day; in the time of the desk. */
export function momentOf(savedAt: string): string {
  const zone = { timeZone: "Asia/Shanghai" };
  const language = document.documentElement.lang;
  const day = (moment: Date): string => moment.toLocaleDateString(language, { ...zone, month: "short", day: "numeric" });
  const moment = new Date(savedAt);
  const time = moment.toLocaleTimeString(language, { ...zone, hour: "2-digit", minute: "2-digit", hour12: false });
  return day(moment) === day(new Date()) ? time : `${day(moment)} ${time}`;
}

async function save(form: HTMLFormElement, saving: Saving, leaving = false): Promise<void> {
  if (saving.stopped) {
    return;
  }
  if (saving.running && !leaving) {
    changedDraft(form);
    return;
  }
  window.clearTimeout(saving.timer);
  saving.timer = 0;
  saving.running = new AbortController();
  try {
    const body = JSON.stringify({ fields: readFields(form), hand, seen: saving.seen });
    const answer = await call(form, "PUT", { body, keepalive: leaving, signal: saving.running.signal });
    await answered(form, saving, answer);
  } catch {
    if (!saving.stopped) {
      say(form, "draftOffline");
      changedDraft(form, RETRY);
    }
  } finally {
    saving.running = null;
  }
}

async function answered(form: HTMLFormElement, saving: Saving, answer: Response): Promise<void> {
  if (answer.ok) {
    saving.seen = ((await answer.json()) as { savedAt: string }).savedAt;
    if (!saving.timer) {
      saving.saved();
      say(form, "draftSaved", momentOf(saving.seen));
    }
  } else if (answer.status === 401) {
    say(form, "draftLogin");
  } else {
    // Somebody else has finished the item, or it is too long: the server says it in a sentence.
    saving.stopped = answer.status !== 422;
    say(form, "draftStopped");
    const alerts = document.getElementById("alerts");
    if (alerts) {
      alerts.innerHTML = await answer.text();
    }
  }
}

/** As a part of the page: a lost session answers 401, a refusal one sentence. */
function call(form: HTMLFormElement, method: string, more: RequestInit = {}): Promise<Response> {
  const headers = { "HX-Request": "true", "Content-Type": "application/json", ...csrfHeader() };
  const item = encodeURIComponent(form.dataset["item"] ?? "");
  return fetch(`/inbox/items/${item}/draft`, { ...more, method, headers, redirect: "error" });
}

function say(form: HTMLFormElement, name: Word, argument = ""): void {
  let status = form.querySelector<HTMLElement>("[data-draft-status]");
  if (!status) {
    status = document.createElement("div");
    status.className = "text-secondary small ms-auto align-self-center";
    status.role = "status";
    status.dataset["draftStatus"] = "";
    (form.querySelector(".card-footer") ?? form.querySelector(".card-body:last-of-type") ?? form).append(status);
  }
  status.textContent = word(name, argument);
}
