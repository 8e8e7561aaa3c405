/** What a designer can draw anew: what the desk can run. What a model brings beyond it is kept and can be seen. */
const REPLACEMENTS = new Set([
  "user-task", "service-task", "rule-task", "call-activity", "receive-task", "collapsed-subprocess", "expanded-subprocess", "subprocess",
  "event-subprocess", "exclusive-gateway", "parallel-gateway", "inclusive-gateway", "event-based-gateway",
  "none-start", "none-end", "message-start", "timer-start", "error-start", "escalation-start", "signal-start",
  "non-interrupting-message-start", "non-interrupting-timer-start", "non-interrupting-escalation-start", "non-interrupting-signal-start",
  "message-intermediate-catch", "timer-intermediate-catch", "signal-intermediate-catch",
  "none-intermediate-throw", "none-intermediate-throwing", "signal-intermediate-throw", "escalation-intermediate-throw",
  "message-boundary", "timer-boundary", "error-boundary", "escalation-boundary", "signal-boundary",
  "non-interrupting-message-boundary", "non-interrupting-timer-boundary", "non-interrupting-escalation-boundary", "non-interrupting-signal-boundary",
  "error-end", "escalation-end", "signal-end", "terminate-end",
  "sequence-flow", "default-flow", "conditional-flow",
].map((name) => `replace-with-${name}`));
const HEADERS = new Set(["toggle-parallel-mi", "toggle-sequential-mi", "toggle-non-interrupting"]);
const NEVER = ["create.task", "create.data-object", "create.data-store", "append.append-task", "append.condition-intermediate-event",
  "append.compensation-activity"];

type Entries = Record<string, unknown>;

interface Registry {
  registerProvider(...args: unknown[]): void;
}

/** A template as the designer module serves it. */
export interface Template {
  id: string;
  name: string;
  description?: string;
  properties: { value?: string; binding: { name: string } }[];
}

interface Factory {
  createShape(options: object): object;
}
interface Create {
  start(event: Event, shape: object, context?: object): void;
}
interface AutoPlace {
  append(source: object, shape: object): void;
}
interface Menu {
  open(target: object, id: string, position: object, options: object): void;
}
interface Templates {
  getAll(): Template[];
  createElement(template: Template): object;
  applyTemplate(element: object, template: Template): void;
  get(element: object): Template | null;
}
interface Element {
  businessObject: { $instanceOf(type: string): boolean };
}

const VERBS = "desk-verbs";

/** Reduces palette, context pad and replace menu, and offers the verbs of the desk in each. */
class DeskPalette {
  static $inject = ["palette", "contextPad", "popupMenu", "elementFactory", "create", "autoPlace", "elementTemplates", "translate", "canvas", "eventBus"];

  constructor(
    palette: Registry,
    contextPad: Registry,
    popupMenu: Registry & Menu,
    private readonly factory: Factory,
    private readonly create: Create,
    private readonly autoPlace: AutoPlace,
    private readonly templates: Templates,
    private readonly translate: (text: string) => string,
    canvas: { getRootElement(): object },
    events: { on(name: string, act: (event: { element: object }) => void): void },
  ) {
    palette.registerProvider(500, {
      getPaletteEntries: () => (entries: Entries) => ({
        ...without(entries),
        "create.user-task": this.creating("bpmn:UserTask", "bpmn-icon-user-task", "Create user task"),
        "create.rule-task": this.creating("bpmn:BusinessRuleTask", "bpmn-icon-business-rule-task", "Create decision"),
        "create.verb": {
          group: "activity",
          className: "bpmn-icon-service-task",
          title: this.translate("Create a verb of the desk"),
          action: {
            click: (event: MouseEvent) => open(canvas.getRootElement(), event.x, event.y),
          },
        },
        "create.timer": this.creating("bpmn:IntermediateCatchEvent", "bpmn-icon-intermediate-event-catch-timer", "Create timer",
          { eventDefinitionType: "bpmn:TimerEventDefinition" }, "event"),
      }),
    });
    contextPad.registerProvider(500, {
      getContextPadEntries: (element: Element) => (entries: Entries) => {
        const kept = without(entries);
        if (!("append.gateway" in kept)) {
          return kept;
        }
        return { "append.user-task": this.appending(element, "bpmn:UserTask", "bpmn-icon-user-task", "Append user task"), ...kept };
      },
    });
    popupMenu.registerProvider("bpmn-replace", 500, {
      getPopupMenuEntries: (element: Element) => (entries: Entries) => ({
        ...(isTask(element) ? this.verbs((template) => this.templates.applyTemplate(element, template)) : {}),
        ...Object.fromEntries(Object.entries(entries).filter(([id]) => REPLACEMENTS.has(id))),
      }),
      getPopupMenuHeaderEntries: () => (entries: Entries) =>
        Object.fromEntries(Object.entries(entries).filter(([id]) => HEADERS.has(id))),
    });
    popupMenu.registerProvider(VERBS, {
      getPopupMenuEntries: (element: Element) =>
        this.verbs((template, event) => {
          if (isTask(element)) {
            this.templates.applyTemplate(element, template);
          } else {
            this.create.start(event, this.templates.createElement(template));
          }
        }),
    });
    const open = (target: object, x: number, y: number): void =>
      popupMenu.open(target, VERBS, { x, y, cursor: { x, y } }, { title: this.translate("Verbs of the desk"), width: 320, search: true });
    events.on("elementTemplates.select", ({ element }) => open(element, window.innerWidth - 720, 200));
  }

  private verbs(act: (template: Template, event: Event) => void): Entries {
    return Object.fromEntries(this.templates.getAll().map((template) => [
      `verb-${template.id}`,
      {
        label: template.name,
        description: template.description,
        className: "bpmn-icon-service",
        group: { id: "desk", name: this.translate("Verbs of the desk") },
        action: (event: Event) => act(template, event),
      },
    ]));
  }

  private creating(type: string, className: string, title: string, more: object = {}, group = "activity"): object {
    const start = (event: Event): void => this.create.start(event, this.factory.createShape({ type, ...more }));
    return { group, className, title: this.translate(title), action: { dragstart: start, click: start } };
  }

  private appending(element: object, type: string, className: string, title: string): object {
    return {
      group: "model",
      className,
      title: this.translate(title),
      action: {
        click: () => this.autoPlace.append(element, this.factory.createShape({ type })),
        dragstart: (event: Event) => this.create.start(event, this.factory.createShape({ type }), { source: element }),
      },
    };
  }
}

function isTask(element: Element): boolean {
  return element.businessObject.$instanceOf("bpmn:Task");
}

function without(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => !NEVER.includes(id)));
}

export const paletteModule = { __init__: ["deskPalette"], deskPalette: ["type", DeskPalette] };
