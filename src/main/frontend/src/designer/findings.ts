import { part, word } from "./place";
import type { Finding } from "./saving";

const shown = new Map<string, Finding[]>();

/** What the server wrote into the page. */
export function written(): Finding[] {
  return [...part("findings").querySelectorAll<HTMLElement>("li[data-element]")].map((item) => ({
    element: item.dataset["element"] ?? "",
    line: Number(item.dataset["line"]),
    severity: item.dataset["severity"] ?? "error",
    text: item.textContent ?? "",
  }));
}

/** Lists what is to be mended, and what is only to be known: what the server says and what the browser sees, each in its place; a click leads there. */
export function list(source: "server" | "lint", findings: Finding[], show: (element: string) => void): void {
  shown.set(source, findings);
  const seen = new Set<string>();
  const all = [...(shown.get("server") ?? []), ...(shown.get("lint") ?? [])].filter((finding) => {
    const key = `${finding.element}\n${finding.text}`;
    return !seen.has(key) && seen.add(key);
  });
  part("findings").replaceChildren(
    ...all.map((finding) => {
      const item = document.createElement("li");
      const act = document.createElement("button");
      act.type = "button";
      act.className = `finding finding-${finding.severity}`;
      const place = document.createElement("strong");
      place.textContent = finding.element === "file" ? word("whole-file") : finding.element;
      act.append(place, finding.line > 0 ? ` (${word("line", finding.line)}) ` : " ", finding.text);
      act.addEventListener("click", () => show(finding.element));
      item.append(act);
      return item;
    }),
  );
  const mend = all.filter((finding) => finding.severity !== "remark");
  const worst = mend.some((finding) => finding.severity === "error");
  const found = mend.length === 0 ? word("no-findings") : word("findings", mend.length);
  const remarks = all.length - mend.length;
  part("count").textContent = remarks === 0 ? found : `${found} ${word("remarks", remarks)}`;
  part("count").dataset["state"] = mend.length === 0 ? "clean" : worst ? "error" : "warning";
}
