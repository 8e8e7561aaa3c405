import htmx from "htmx.org";
import { alert } from "./alerts";
import { ask, release } from "./submit";
import { word } from "./words";

/*
 * A short act without leaving the page: <a href="/inbox/items/7/transfer" data-dialog>.
 *
 * Without script the address is a page with a form. With script that page's <main> stands in a dialog. A refused form
 * (422) is shown again in place, an answer that is a page (results) as well; an answer that leads elsewhere is followed.
 * A <form method="get" data-dialog> opens the same way, with its fields in the address; formaction and formmethod of the
 * button go before those of the form. Inside a dialog every link and form with data-dialog goes on in the same dialog;
 * [data-dialog-close] closes it. Typed text is asked for before it is thrown away.
 */
const HEADERS = { "HX-Request": "true", Dialog: "true" };

type Prepare = (root: HTMLElement) => void;

export function startDialog(prepare: Prepare): void {
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest<HTMLAnchorElement>("a[data-dialog]");
    if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      void show(fetch(link.href, { headers: HEADERS }), place(link), prepare);
      return;
    }
    const closing = target?.closest("[data-dialog-close]")?.closest<HTMLDialogElement>("dialog.act");
    if (closing) {
      event.preventDefault();
      leave(closing);
    }
  });
  // Behind the listener that keeps what was typed: a log-in that was lost meanwhile must not cost it.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) {
      return;
    }
    const inside = form.closest<HTMLDialogElement>("dialog.act");
    if (!inside && !form.matches("[data-dialog]")) {
      return;
    }
    event.preventDefault();
    const sent = new FormData(form, event.submitter);
    const query = new URLSearchParams([...sent].map(([name, value]) => [name, String(value)]));
    const action = event.submitter?.getAttribute("formaction") ?? form.action;
    const asked =
      (event.submitter?.getAttribute("formmethod") ?? form.method) === "get"
        ? fetch(`${action}?${query}`, { headers: HEADERS })
        : fetch(action, {
            method: "post",
            headers: HEADERS,
            body: form.enctype === "multipart/form-data" ? sent : query,
          });
    void show(asked, inside ?? place(form), prepare).finally(() => release(form));
  });
}

/** The open dialog when the opener stands in one, else a new one. */
function place(opener: HTMLElement): HTMLDialogElement {
  const open = opener.closest<HTMLDialogElement>("dialog.act");
  if (open) {
    return open;
  }
  // Of two that are asked for one after the other, or one twice, the last one opens.
  document.querySelectorAll("dialog.act:not([open])").forEach((waiting) => waiting.remove());
  const dialog = document.createElement("dialog");
  dialog.className = "act card";
  dialog.addEventListener("input", () => (dialog.dataset["typed"] = "true"));
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave(dialog);
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (dialog.dataset["stale"]) {
      location.reload();
    } else {
      focusBack(opener);
    }
  });
  document.body.append(dialog);
  return dialog;
}

async function show(asked: Promise<Response>, dialog: HTMLDialogElement, prepare: Prepare): Promise<void> {
  try {
    const answer = await asked;
    const next = answer.headers.get("Dialog-Next");
    if (next) {
      location.assign(next);
      return;
    }
    if (answer.status === 401) {
      location.reload();
      return;
    }
    if (!dialog.isConnected) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = page.querySelector("main");
    dialog.replaceChildren(...(main ?? page.body).childNodes);
    if (!main) {
      // A refusal: what the page behind shows is no longer true.
      dialog.dataset["stale"] = "true";
      dialog.append(closeButton());
    }
    if (dialog.querySelector("[data-dialog-stale]")) {
      dialog.dataset["stale"] = "true";
    }
    if (!dialog.querySelector("[data-problems]")) {
      delete dialog.dataset["typed"];
    }
    label(dialog);
    htmx.process(dialog);
    prepare(dialog);
    if (!dialog.open) {
      dialog.showModal();
    }
    focusFirst(dialog);
  } catch {
    if (dialog.isConnected) {
      alert("danger", word("offline"));
    }
    if (!dialog.open) {
      dialog.remove();
    }
  }
}

function label(dialog: HTMLDialogElement): void {
  const title = dialog.querySelector<HTMLElement>("h1");
  if (title) {
    title.id = "dialog-title";
    dialog.setAttribute("aria-labelledby", title.id);
  }
}

function focusFirst(dialog: HTMLDialogElement): void {
  const first =
    dialog.querySelector<HTMLElement>("[data-problems]") ??
    dialog.querySelector<HTMLElement>("[autofocus]") ??
    dialog.querySelector<HTMLElement>("form :is(input:not([type=hidden]), select, textarea, button):enabled") ??
    dialog.querySelector<HTMLElement>("a, button");
  first?.focus();
}

/** The list may have been drawn anew behind the dialog. */
function focusBack(opener: HTMLElement): void {
  const address = opener.getAttribute("href");
  const again = opener.isConnected || !address ? opener : document.querySelector<HTMLElement>(`a[href="${CSS.escape(address)}"]`);
  again?.focus();
}

function leave(dialog: HTMLDialogElement): void {
  if (dialog.dataset["typed"]) {
    ask(word("leave"), () => dialog.close());
  } else {
    dialog.close();
  }
}

function closeButton(): HTMLElement {
  const foot = document.createElement("div");
  foot.className = "card-footer";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "btn btn-primary";
  close.dataset["dialogClose"] = "";
  close.textContent = word("close");
  foot.append(close);
  return foot;
}
