import { word } from "./words";

/*
 * A form is sent once, and an act that can not be taken back asks first:
 *
 *   <button data-confirm="sentence">  or  <form data-confirm="sentence">
 */
export function startSubmit(): void {
  const confirmed = new WeakSet<HTMLFormElement>();
  // Before everybody else: a form that is not sent must not look sent.
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement)) {
        return;
      }
      if (form.dataset["sending"]) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      const question = event.submitter?.dataset["confirm"] ?? form.dataset["confirm"];
      if (question && !confirmed.has(form)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        ask(question, () => {
          confirmed.add(form);
          form.requestSubmit(event.submitter);
          confirmed.delete(form);
        });
        return;
      }
      if ((event.submitter?.getAttribute("formmethod") ?? form.method) === "post") {
        form.dataset["sending"] = "true";
        event.submitter?.classList.add("btn-loading");
      }
    },
    { capture: true },
  );
  document.addEventListener("htmx:afterRequest", (event) => release(event.target));
  // Back in the browser's history the page is as it was left: sendable again.
  window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach(release));
}

export function release(form: EventTarget | null): void {
  if (form instanceof HTMLFormElement) {
    delete form.dataset["sending"];
    form.querySelectorAll(".btn-loading").forEach((button) => button.classList.remove("btn-loading"));
  }
}

/** One question, yes or no. */
export function ask(question: string, yes: () => void): void {
  const dialog = document.createElement("dialog");
  dialog.className = "question card";
  const text = document.createElement("p");
  text.textContent = question;
  text.id = "question";
  dialog.setAttribute("aria-labelledby", text.id);
  const cancel = button("btn", word("cancel"));
  const ok = button("btn btn-primary", word("ok"));
  const buttons = document.createElement("div");
  buttons.className = "btn-list justify-content-end";
  buttons.append(cancel, ok);
  dialog.append(text, buttons);
  cancel.addEventListener("click", () => dialog.close());
  ok.addEventListener("click", () => {
    dialog.close();
    yes();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function button(className: string, text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  return made;
}
