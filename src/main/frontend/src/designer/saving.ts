import { alert } from "../alerts";
import { csrfHeader } from "../csrf";
import { momentOf } from "../drafts";
import { button, download, page, part, word } from "./place";

/** What keeps the draft from running, as the server says it. */
export interface Finding {
  /** Id of the element; `file` for the whole. */
  element: string;
  line: number;
  severity: string;
  text: string;
}

interface Kept {
  text: string;
  version: string;
}

type State = "saved" | "unsaved" | "offline" | "login" | "conflict" | "unreadable";

const PAUSE = 1200;
const RETRY = 15_000;

/**
 * Saves a draft by itself while it is drawn. A draft that somebody else has changed is never overwritten; what the
 * server does not have is kept in this browser until it has.
 */
export class Saving {
  private version = "";
  private renewed = false;
  private timer = 0;
  private running: Promise<void> | null = null;
  private held = false;
  private state: State = "saved";
  private readonly place = `draw:${document.querySelector("[data-reader]")?.textContent ?? ""}:${page.dataset["source"]}`;

  private readonly aside = `${this.place}:aside:`;

  constructor(
    private readonly draw: () => Promise<string>,
    private readonly found: (findings: Finding[]) => void,
  ) {
    window.addEventListener("online", () => this.timer && this.later(0));
    // Whoever comes back from the window where they logged in again.
    window.addEventListener("focus", () => this.state === "login" && this.later(0));
    window.addEventListener("beforeunload", (event) => {
      if (this.state !== "saved") {
        void this.keep();
        event.preventDefault();
      }
    });
  }

  /** The draft as it is to be drawn: the server's, or what this browser has kept beyond it. */
  async open(): Promise<string> {
    const answer = await fetch(page.dataset["source"] ?? "", { headers: { "HX-Request": "true" } });
    if (!answer.ok) {
      throw new Error(`${answer.status} for the draft`);
    }
    this.version = versionOf(answer);
    const served = await answer.text();
    const kept = this.kept();
    if (kept && kept.text !== served && kept.version !== this.version) {
      this.setAside(kept.text);
    } else if (kept && kept.text !== served) {
      alert("info", word("restored"), button(word("discard"), () => this.reload()));
      this.later(0);
      return kept.text;
    }
    this.forget();
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith(this.aside)).sort()) {
      this.offer(localStorage.getItem(name) ?? "", () => localStorage.removeItem(name));
    }
    return served;
  }

  isWritable(): boolean {
    return page.dataset["writable"] !== "false";
  }

  changed(): void {
    if (!this.isWritable()) {
      return;
    }
    if (this.state === "conflict") {
      void this.keep();
      return;
    }
    this.say("unsaved", word("unsaved"));
    this.later(PAUSE);
  }

  /** Now, for an act that needs the draft on the server; false when the server does not have it all. */
  async now(): Promise<boolean> {
    await this.running;
    window.clearTimeout(this.timer);
    this.timer = 0;
    if (this.state !== "saved") {
      await this.save();
    }
    return this.state === "saved";
  }

  /** Saves nothing while something takes place that may fail half-way. */
  async hold(act: () => Promise<void>): Promise<void> {
    await this.now();
    this.held = true;
    try {
      await act();
    } finally {
      this.held = false;
    }
  }

  /** Somebody has saved since: what was kept is offered as a file, each by itself, and never put over theirs. */
  private setAside(text: string): void {
    try {
      localStorage.setItem(this.aside + Date.now(), text);
    } catch {
      this.offer(text, () => undefined);
    }
  }

  private offer(text: string, discard: () => void): void {
    const box = alert("danger", word("kept-aside"), button(word("export-mine"), () => this.hand(text)),
      button(word("discard"), () => {
        discard();
        box.remove();
      }));
  }

  private later(pause: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), pause);
  }

  private async save(): Promise<void> {
    if (this.running || this.held) {
      this.later(PAUSE);
      return;
    }
    this.timer = 0;
    this.running = this.send();
    await this.running;
    this.running = null;
  }

  private async send(): Promise<void> {
    try {
      const text = await this.keep();
      const answer = await fetch(page.dataset["source"] ?? "", {
        method: "PUT",
        body: text,
        redirect: "error",
        headers: {
          "If-Match": this.version,
          "HX-Request": "true",
          "Content-Type": page.dataset["kind"] === "form" ? "application/json" : "application/xml",
          ...csrfHeader(),
        },
      });
      await this.answered(answer, text);
    } catch {
      this.wait();
    }
  }

  private wait(): void {
    this.say("offline", word("offline"));
    this.later(RETRY);
  }

  private async answered(answer: Response, text: string): Promise<void> {
    if (answer.ok) {
      const said = (await answer.json()) as { version: string | number; findings: Finding[] };
      this.arrived(String(said.version));
      this.found(said.findings);
    } else if (answer.status === 401) {
      this.say("login", word("login"));
      this.later(RETRY);
    } else if (answer.status === 403 && !this.renewed) {
      // A new log-in has a new token.
      this.renewed = true;
      await renewToken();
      this.later(0);
    } else if (answer.status >= 500) {
      this.wait();
    } else if (answer.status === 409) {
      await this.overtaken(text, ((await answer.json().catch(() => ({}))) as { text?: string }).text);
    } else {
      const said = (await answer.json().catch(() => ({}))) as { text?: string };
      this.say("unreadable", said.text ?? word("refused"));
    }
  }

  private arrived(version: string): void {
    this.version = version;
    this.renewed = false;
    if (!this.timer) {
      this.forget();
      this.say("saved", word("saved", momentOf(new Date().toISOString())));
    }
  }

  /** By somebody else, or by our own save whose answer was lost on the way. */
  private async overtaken(text: string, sentence = word("conflict")): Promise<void> {
    const answer = await fetch(page.dataset["source"] ?? "", { headers: { "HX-Request": "true" } });
    if (answer.ok && (await answer.text()) === text) {
      this.arrived(versionOf(answer));
      return;
    }
    this.say("conflict", word("conflict"));
    alert("danger", sentence, button(word("export-mine"), () => this.hand(text)), button(word("take-theirs"), () => this.reload()));
  }

  /** Goes on with what the server has. */
  private reload(): void {
    this.forget();
    this.state = "saved";
    location.reload();
  }

  private hand(text: string): void {
    download(page.dataset["file"] ?? "draft", new Blob([text]));
  }

  private async keep(): Promise<string> {
    const text = await this.draw();
    try {
      localStorage.setItem(this.place, JSON.stringify({ text, version: this.version } satisfies Kept));
    } catch {
      // A full storage keeps nothing; the server still does.
    }
    return text;
  }

  private kept(): Kept | null {
    const text = localStorage.getItem(this.place);
    return text ? (JSON.parse(text) as Kept) : null;
  }

  private forget(): void {
    localStorage.removeItem(this.place);
  }

  private say(state: State, sentence: string): void {
    this.state = state;
    const status = part("status");
    status.dataset["state"] = state;
    status.textContent = sentence;
  }
}

function versionOf(answer: Response): string {
  return answer.headers.get("ETag")?.replaceAll(/^W\/|"/g, "") ?? "";
}

async function renewToken(): Promise<void> {
  const shown = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
  const [old, fresh] = [document, shown].map((each) => each.querySelector<HTMLMetaElement>("meta[name=csrf]"));
  if (old && fresh) {
    old.content = fresh.content;
  }
}
