/** A table that is wider than the page scrolls in its box; the box then takes the focus, so that arrow keys scroll it. */
const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => reachable(target)));

export function prepareScroll(root: ParentNode): void {
  root.querySelectorAll(".table-responsive").forEach((box) => sizes.observe(box));
}

function reachable(box: Element): void {
  if (box.scrollWidth > box.clientWidth) {
    box.setAttribute("tabindex", "0");
  } else {
    box.removeAttribute("tabindex");
  }
}
