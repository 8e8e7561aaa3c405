/*
 * What is done with several rows at once: the bar <form id="bulk" data-bulk> of the boxes <input form="bulk" name="item">.
 *
 * Its [data-bulk-acts] show while a box is chosen, [data-bulk-count] says how many are, [data-bulk-all] chooses all or
 * none. Without script the acts are always there and the box for all is not.
 */
export function startBulk(): void {
  const bar = document.querySelector<HTMLFormElement>("form[data-bulk]");
  const all = bar?.querySelector<HTMLInputElement>("[data-bulk-all]");
  const acts = bar?.querySelector<HTMLElement>("[data-bulk-acts]");
  const count = bar?.querySelector<HTMLElement>("[data-bulk-count]");
  if (!bar || !all || !acts || !count) {
    return;
  }
  const boxes = (): HTMLInputElement[] => [
    ...document.querySelectorAll<HTMLInputElement>(`input[name=item][form="${bar.id}"]`),
  ];
  const tell = (): void => {
    const every = boxes();
    const chosen = every.filter((box) => box.checked).length;
    acts.hidden = chosen === 0;
    all.checked = chosen > 0 && chosen === every.length;
    all.indeterminate = chosen > 0 && chosen < every.length;
    count.textContent = (count.dataset["bulkCount"] ?? "").replace("{0}", String(chosen));
  };
  all.closest("label")?.removeAttribute("hidden");
  document.addEventListener("change", (event) => {
    if (event.target === all) {
      boxes().forEach((box) => (box.checked = all.checked));
    }
    tell();
  });
  // Back in the browser's history the boxes are as they were left.
  window.addEventListener("pageshow", tell);
  tell();
}
