/*
 * What the Tab key has to reach on this page, and what it has reached since: window.keyboard.findings() after pressing
 * it often enough. Gives how often.
 */
() => {
  const name = (element) =>
    element.outerHTML.replace(/\s+/g, " ").slice(0, element.outerHTML.indexOf(">") + 1).slice(0, 160);
  const look = (element) =>
    [element, element.nextElementSibling, element.parentElement]
      .filter(Boolean)
      .map((near) => {
        const style = getComputedStyle(near);
        return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor, style.backgroundColor, style.clip, style.clipPath].join();
      })
      .join("|");
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.disabled &&
      element.type !== "hidden" &&
      element.checkVisibility({ visibilityProperty: true }),
  );
  // A field that takes the focus by itself would hide what a reader with a keyboard meets first.
  const top = document.createElement("span");
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
  const before = new Map(stops.map((element) => [element, look(element)]));
  const reached = new Set();
  const dark = new Set();
  document.addEventListener("focusin", ({ target }) => {
    if (before.has(target)) {
      reached.add(target);
      if (before.get(target) === look(target)) {
        dark.add(target);
      }
    }
  });
  // Of a group of radio buttons the Tab key reaches one; the arrows reach the others.
  const isReached = (element) =>
    reached.has(element) ||
    (element.type === "radio" &&
      [...reached].some((other) => other.type === "radio" && other.name === element.name && other.form === element.form));
  window.keyboard = {
    misses: () => stops.some((element) => element.isConnected && !isReached(element)),
    findings: () => [
      ...stops.filter((element) => element.isConnected && !isReached(element)).map((element) => "not reached: " + name(element)),
      ...[...dark].map((element) => "does not show the focus: " + name(element)),
    ],
  };
  // A date has stops of its own for day, month, year and the calendar; one with a time for hour and minute too.
  const within = { date: 4, "datetime-local": 7 };
  return stops.reduce((sum, element) => sum + (within[element.type] ?? 1), 0);
}
