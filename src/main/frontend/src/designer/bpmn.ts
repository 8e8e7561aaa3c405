import BpmnModeler from "bpmn-js/lib/Modeler";
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import lintModule from "bpmn-js-bpmnlint";
import { ElementTemplatesPropertiesProviderModule } from "bpmn-js-element-templates";
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule } from "bpmn-js-properties-panel";
import simulationModule from "bpmn-js-token-simulation";
import behaviors from "camunda-bpmn-js-behaviors/lib/camunda-platform";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import minimapModule from "diagram-js-minimap";
import { alert } from "../alerts";
import { bpmn, simulation } from "./chinese/bpmn";
import { clipboardModule } from "./clipboard";
import { compared, listChanges, published } from "./difference";
import { onFile } from "./file";
import { list, written } from "./findings";
import { linting } from "./lint";
import { paletteModule, type Template } from "./palette";
import { panelModule } from "./panel";
import { toPng } from "./picture";
import { download, isNarrow, onAct, page, part, word } from "./place";
import { Saving, type Finding } from "./saving";
import { translateBelow, translateModule } from "./translate";

type Any = any;

/** The drawing page of a process. */
async function start(): Promise<void> {
  if (isNarrow || page.dataset["writable"] === "false") {
    await view();
    return;
  }
  const templates = await verbTemplates();
  const verbs = new Map(templates.flatMap((template) => template.properties
    .filter((property) => property.binding.name === "camunda:delegateExpression")
    .map((property): [string, string] => [property.value?.slice(2, -1) ?? "", template.name])));
  const modeler = new BpmnModeler({
    container: part("canvas"),
    propertiesPanel: { parent: part("panel") },
    additionalModules: [
      translateModule(bpmn), BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule,
      ElementTemplatesPropertiesProviderModule, behaviors, minimapModule, lintModule, simulationModule, paletteModule, panelModule,
      clipboardModule,
    ],
    moddleExtensions: { camunda },
    elementTemplates: templates,
    linting: { bpmnlint: linting(), active: true },
    deskVerbs: verbs,
  } as object);
  const events = modeler.get<Any>("eventBus");
  const canvas = modeler.get<Any>("canvas");
  const registry = modeler.get<Any>("elementRegistry");
  const actions = modeler.get<Any>("editorActions");

  const show = (id: string): void => {
    const element = registry.get(id);
    if (element) {
      const root = canvas.findRoot(element);
      if (root && root !== canvas.getRootElement()) {
        canvas.setRootElement(root);
      }
      canvas.scrollToElement(element, 120);
      modeler.get<Any>("selection").select(element);
    }
  };
  const text = async (): Promise<string> => (await modeler.saveXML({ format: true })).xml ?? "";
  const saving = new Saving(text, (findings) => list("server", findings, show));
  const open = async (source: string, name = "draft"): Promise<void> => {
    const { warnings } = await modeler.importXML(ownPrefix(source));
    warnings.forEach((warning) => alert("danger", word("warned", String((warning as { message?: string }).message ?? warning))));
    fit(canvas);
    page.dataset["opened"] = name;
  };

  translateBelow(part("canvas"), simulation);
  list("server", written(), show);
  await open(await saving.open());
  modeler.get<Any>("linting").toggle(true);
  events.on("commandStack.changed", () => {
    saving.changed();
    buttons();
  });
  events.on("linting.completed", ({ issues }: { issues: Record<string, { category: string; message: string }[]> }) =>
    list("lint", Object.entries(issues).flatMap(([element, all]) => all.map((issue): Finding => ({
      element, line: 0, severity: issue.category === "error" ? "error" : "warning", text: issue.message,
    }))), show));
  modeler.get<Any>("linting").update();

  const buttons = (): void => {
    const stack = modeler.get<Any>("commandStack");
    page.querySelectorAll<HTMLButtonElement>("[data-act=undo]").forEach((each) => (each.disabled = !stack.canUndo()));
    page.querySelectorAll<HTMLButtonElement>("[data-act=redo]").forEach((each) => (each.disabled = !stack.canRedo()));
  };
  buttons();
  const name = (): string => (page.dataset["file"] ?? "model.bpmn").replace(/\.bpmn$/, "");
  const picture = async (): Promise<string> => (await modeler.saveSVG()).svg;

  onAct({
    undo: () => actions.trigger("undo"),
    redo: () => actions.trigger("redo"),
    find: () => actions.trigger("find"),
    fit: () => fit(canvas),
    simulate: (pressed) => {
      const mode = modeler.get<Any>("toggleMode");
      mode.toggleMode();
      pressed.setAttribute("aria-pressed", String(canvas.getContainer().closest(".simulation") !== null));
    },
    export: async () => download(`${name()}.bpmn`, new Blob([await text()], { type: "application/xml" })),
    svg: async () => download(`${name()}.svg`, new Blob([await picture()], { type: "image/svg+xml" })),
    png: async () => download(`${name()}.png`, await toPng(await picture())),
    compare: () => compareWith(text),
    draw: () => compared(false),
    save: () => saving.now(),
  });
  onFile(open, text, saving);
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      void saving.now();
    }
  });
}

/** Older files give the prefix of our engine to another namespace; the library would lose what stands there. */
function ownPrefix(source: string): string {
  const bound = /\sxmlns:camunda=(["'])(.*?)\1/.exec(source)?.[2] ?? camunda.uri;
  return bound === camunda.uri
    ? source
    : source.replaceAll(/<[^<>]*>/g, (tag) => tag.replace(/^(<\/?)camunda:/, "$1other:").replaceAll(/(\s)(xmlns:)?camunda(:[\w.-]+)?(?==)/g,
      (_, space: string, declared: string | undefined, name: string | undefined) => `${space}${declared ?? ""}other${name ?? ""}`));
}

/** The whole diagram beside the palette. */
function fit(canvas: Any): void {
  const { inner, outer } = canvas.viewbox();
  const scale = Math.min((outer.width - 170) / inner.width, (outer.height - 120) / inner.height, 1);
  canvas.viewbox({
    x: inner.x - 130 / scale,
    y: inner.y - (outer.height / scale - inner.height) / 2,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}

async function compareWith(text: () => Promise<string>): Promise<void> {
  const before = await published();
  if (before === null) {
    alert("info", word("unpublished"));
    return;
  }
  compared(true);
  const { compare } = await import("./bpmndifference");
  const { changes, show } = await compare(before, await text());
  listChanges(changes, show);
}

/** Where there is no room to draw, or nothing may be changed, the picture. */
async function view(): Promise<void> {
  part("narrow").hidden = !isNarrow;
  page.classList.add("draw-viewed");
  const viewer = new NavigatedViewer({ container: part("canvas"), moddleExtensions: { camunda } });
  const answer = await fetch(page.dataset["source"] ?? "", { headers: { "HX-Request": "true" } });
  const text = await answer.text();
  await viewer.importXML(text);
  viewer.get<Any>("canvas").zoom("fit-viewport", "auto");
  page.dataset["opened"] = "draft";
  onAct({ compare: () => compareWith(() => Promise.resolve(text)), draw: () => compared(false) });
}

async function verbTemplates(): Promise<Template[]> {
  const address = page.dataset["templates"];
  const answer = address ? await fetch(address, { headers: { "HX-Request": "true" } }) : null;
  return answer?.ok ? ((await answer.json()) as Template[]) : [];
}

start().catch((error: unknown) => {
  page.dataset["failed"] = String(error);
  alert("danger", word("undrawn"));
});
