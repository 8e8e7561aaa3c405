/*
 * Forms whose answer has an address that is sent to colleagues: what was not chosen is not in it, and a choice marked with
 * data-submit sends the form by itself.
 *
 *   <form method="get" data-brief> … <select data-submit>
 */
export function startAddress(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.matches("[data-brief]")) {
      const empty = fields(form).filter((field) => field.value === "" && !field.disabled);
      empty.forEach((field) => (field.disabled = true));
      // Only this sending: the page may be shown again from the browser's history.
      setTimeout(() => empty.forEach((field) => (field.disabled = false)));
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement && event.target.matches("[data-submit]")) {
      event.target.form?.requestSubmit();
    }
  });
}

function fields(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] {
  return [...form.elements].filter(
    (element): element is HTMLInputElement | HTMLSelectElement => element instanceof HTMLInputElement || element instanceof HTMLSelectElement,
  );
}
