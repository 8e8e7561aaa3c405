import { SelectEntry, TextFieldEntry, isSelectEntryEdited, isTextFieldEntryEdited, Group } from "@bpmn-io/properties-panel";
import { h } from "@bpmn-io/properties-panel/preact";
import { useService } from "bpmn-js-properties-panel";

/** Groups of the engine's own that say something which may run here. */
const GROUPS = new Set(["general", "documentation", "compensation", "error", "message", "signal", "link", "escalation", "timer", "multiInstance",
  "CamundaPlatform__UserAssignment", "CamundaPlatform__Form", "CamundaPlatform__CallActivity", "CamundaPlatform__InMapping",
  "CamundaPlatform__InMappingPropagation", "CamundaPlatform__OutMapping", "CamundaPlatform__OutMappingPropagation",
  "CamundaPlatform__BusinessKey", "CamundaPlatform__Input", "CamundaPlatform__Output", "CamundaPlatform__AsynchronousContinuations",
  "CamundaPlatform__JobExecution", "CamundaPlatform__HistoryCleanup", "CamundaPlatform__ExtensionProperties"]);
const TEMPLATES = /^ElementTemplates__/;

type Any = any;

interface PanelGroup {
  id: string;
  entries?: { id: string }[];
}

const DOING = ["bpmn:ServiceTask", "bpmn:SendTask"];

/** Shows of an element what may run here, and its verb and condition without the ways that lead to code. */
class DeskPanel {
  static $inject = ["propertiesPanel", "translate"];

  constructor(
    panel: { registerProvider(priority: number, provider: object): void },
    private readonly translate: (text: string) => string,
  ) {
    panel.registerProvider(100, this);
  }

  getGroups(element: Any): (groups: PanelGroup[]) => PanelGroup[] {
    return (groups) => {
      const verb = this.verb(element);
      const own = [verb, this.condition(element)].filter((group) => group !== null);
      const kept = groups.filter((group) => GROUPS.has(group.id) || TEMPLATES.test(group.id) && verb === null || this.isDecision(element, group));
      const after = kept.findIndex((group) => group.id === "documentation") + 1;
      return [...kept.slice(0, after), ...own, ...kept.slice(after)];
    };
  }

  private isDecision(element: Any, group: PanelGroup): boolean {
    if (group.id !== "CamundaPlatform__Implementation" || !element.businessObject.$instanceOf("bpmn:BusinessRuleTask")) {
      return false;
    }
    group.entries = group.entries?.filter((entry) => entry.id !== "implementationType" || element.businessObject.get("camunda:decisionRef") === undefined) ?? [];
    return true;
  }

  private verb(element: Any): PanelGroup | null {
    return DOING.some((type) => element.businessObject.$instanceOf(type)) && !element.businessObject.get("camunda:modelerTemplate")
      ? this.group("verb", "Verb", { id: "deskVerb", element, component: Verb, isEdited: isSelectEntryEdited })
      : null;
  }

  private condition(element: Any): PanelGroup | null {
    return element.businessObject.$instanceOf("bpmn:SequenceFlow")
      && ["bpmn:ExclusiveGateway", "bpmn:InclusiveGateway", "bpmn:Activity"].some((type) => element.source?.businessObject.$instanceOf(type))
      ? this.group("condition", "Condition", { id: "deskCondition", element, component: Condition, isEdited: isTextFieldEntryEdited })
      : null;
  }

  private group(id: string, label: string, entry: object): PanelGroup {
    return { id: `desk__${id}`, label: this.translate(label), component: Group, entries: [entry] } as unknown as PanelGroup;
  }
}

function Verb({ element, id }: Any): Any {
  const modeling = useService("modeling");
  const translate = useService("translate");
  const verbs: Map<string, string> = useService("config.deskVerbs");
  const value: string = element.businessObject.get("camunda:delegateExpression") ?? "";
  const known = [...verbs].map(([name, label]) => ({ value: `\${${name}}`, label }));
  const options = (): object[] => [
    { value: "", label: translate("<none>") },
    ...known,
    ...(value && !known.some((each) => each.value === value) ? [{ value, label: value }] : []),
  ];
  return h(SelectEntry, {
    element, id, label: translate("What the desk does here"), getOptions: options, getValue: () => value,
    setValue: (chosen: string) => modeling.updateProperties(element, { "camunda:delegateExpression": chosen || undefined }),
  });
}

function Condition({ element, id }: Any): Any {
  const modeling = useService("modeling");
  const factory = useService("bpmnFactory");
  const translate = useService("translate");
  const debounce = useService("debounceInput");
  return h(TextFieldEntry, {
    element, id, debounce, label: translate("Facts compared, such as ${approved}"),
    getValue: () => element.businessObject.conditionExpression?.body ?? "",
    setValue: (text: string) => modeling.updateProperties(element, {
      conditionExpression: text ? factory.create("bpmn:FormalExpression", { body: text }) : undefined,
    }),
  });
}

export const panelModule = { __init__: ["deskPanel"], deskPanel: ["type", DeskPanel] };
