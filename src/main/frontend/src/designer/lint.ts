import StaticResolver from "bpmnlint/lib/resolver/static-resolver";
import { word } from "./place";

/** An element as the BPMN library keeps it. */
type Node = any;
type Say = (id: string, text: string) => void;

const PREFIX: Record<string, string> = {
  StartEvent: "start", EndEvent: "end", UserTask: "user", ServiceTask: "service", BusinessRuleTask: "rule",
  CallActivity: "call", SubProcess: "sub", ExclusiveGateway: "gw", ParallelGateway: "gw", InclusiveGateway: "gw",
  EventBasedGateway: "gw", IntermediateThrowEvent: "throw",
};
const CODE_ATTRIBUTES = ["class", "expression", "resource"];
const CODE_ELEMENTS = ["camunda:ExecutionListener", "camunda:TaskListener", "camunda:Field", "camunda:Connector"];
const WAITS = ["bpmn:MessageEventDefinition", "bpmn:SignalEventDefinition", "bpmn:ConditionalEventDefinition"];

function is(node: Node, ...types: string[]): boolean {
  return types.some((type) => node?.$instanceOf?.(type));
}

function extensions(node: Node): Node[] {
  return node.extensionElements?.values ?? [];
}

/** What a designer says of an element by a property of the desk. */
export function property(node: Node, name: string): string {
  const all = extensions(node).find((each) => is(each, "camunda:Properties"))?.values ?? [];
  return all.find((each: Node) => each.name === name)?.value ?? "";
}

function has(node: Node, ...definitions: string[]): boolean {
  return (node.eventDefinitions ?? []).some((each: Node) => is(each, ...definitions));
}

function around(node: Node): Node[] {
  const scopes: Node[] = [];
  for (let scope = node; scope && !is(scope, "bpmn:Definitions"); scope = scope.$parent) {
    scopes.push(scope);
  }
  return scopes;
}

/** The guard's rule: a timer on the edge, inside as an event sub-process, or behind the same event-based gateway. */
function isWatched(node: Node): boolean {
  const timer = (event: Node): boolean => has(event, "bpmn:TimerEventDefinition");
  const onEdge = (scope: Node): boolean =>
    (scope.$parent?.flowElements ?? []).some((each: Node) => is(each, "bpmn:BoundaryEvent") && each.attachedToRef === scope && timer(each));
  const inside = (scope: Node): boolean =>
    (scope.flowElements ?? []).some((each: Node) => is(each, "bpmn:SubProcess") && each.triggeredByEvent
      && (each.flowElements ?? []).some((start: Node) => is(start, "bpmn:StartEvent") && timer(start)));
  const beside = (node.incoming ?? []).some((flow: Node) => is(flow.sourceRef, "bpmn:EventBasedGateway")
    && (flow.sourceRef.outgoing ?? []).some((other: Node) => is(other.targetRef, "bpmn:CatchEvent") && timer(other.targetRef)));
  return property(node, "watchedBy") !== "" || beside || around(node).some((scope) => onEdge(scope) || inside(scope));
}

function isLoose(node: Node): boolean {
  return Boolean(node.triggeredByEvent) || Boolean(node.isForCompensation) || is(node.$parent, "bpmn:AdHocSubProcess");
}

/** By the names that the guard of the server uses where both look for the same thing. */
export const rules: Record<string, (node: Node, say: Say) => void> = {
  "code": (node, say) => {
    const runs = is(node, "bpmn:ScriptTask") || CODE_ATTRIBUTES.some((name) => node.$type?.startsWith("bpmn:") && node.get?.(`camunda:${name}`))
      || extensions(node).some((each) => is(each, ...CODE_ELEMENTS));
    if (runs) {
      say(node.id, word("lint-code"));
    }
  },
  "unknown-verb": (node, say) => {
    const doing = is(node, "bpmn:ServiceTask", "bpmn:SendTask")
      ? node
      : is(node, "bpmn:ThrowEvent") && (node.eventDefinitions ?? []).find((each: Node) => is(each, "bpmn:MessageEventDefinition"));
    if (doing && !["delegateExpression", "type", "class", "expression"].some((name) => doing.get(`camunda:${name}`))) {
      say(node.id, word("lint-no-verb"));
    }
  },
  "no-alarm": (node, say) => {
    const waits = is(node, "bpmn:ReceiveTask") || is(node, "bpmn:IntermediateCatchEvent") && has(node, ...WAITS);
    if (waits && !isWatched(node)) {
      say(node.id, word("lint-no-alarm"));
    }
  },
  "nobodys": (node, say) => {
    if (is(node, "bpmn:UserTask") && !["assignee", "candidateUsers", "candidateGroups"].some((name) => node.get(`camunda:${name}`))
      && !(node.resources ?? []).length) {
      say(node.id, word("lint-nobodys"));
    }
  },
  "form": (node, say) => {
    if (is(node, "bpmn:UserTask") && !node.get("camunda:formKey") && !node.get("camunda:formRef")
      && !extensions(node).some((each) => is(each, "camunda:FormData"))) {
      say(node.id, word("lint-form"));
    }
  },
  "name": (node, say) => {
    const joins = is(node, "bpmn:ParallelGateway") || is(node, "bpmn:Gateway") && (node.outgoing ?? []).length < 2;
    if (is(node, "bpmn:FlowNode") && !joins && !node.triggeredByEvent && !node.name?.trim()) {
      say(node.id, word("lint-name"));
    } else if (is(node, "bpmn:SequenceFlow") && node.conditionExpression && !node.name?.trim()) {
      say(node.id, word("lint-flow-name"));
    }
  },
  "id": (node, say) => {
    const prefix = PREFIX[node.$type?.replace("bpmn:", "") ?? ""];
    if (prefix && /^(Activity|Event|Gateway|StartEvent|EndEvent|Task)_/.test(node.id)) {
      say(node.id, word("lint-id", `${prefix}_`));
    }
  },
  "dead-end": (node, say) => {
    if (!is(node, "bpmn:FlowNode") || isLoose(node)) {
      return;
    }
    if (!is(node, "bpmn:EndEvent") && !(node.outgoing ?? []).length && !has(node, "bpmn:CompensateEventDefinition", "bpmn:LinkEventDefinition")) {
      say(node.id, word("lint-dead-end"));
    }
    if (!is(node, "bpmn:StartEvent", "bpmn:BoundaryEvent") && !(node.incoming ?? []).length && !has(node, "bpmn:LinkEventDefinition")) {
      say(node.id, word("lint-unreached"));
    }
  },
  "default-flow": (node, say) => {
    const flows: Node[] = node.outgoing ?? [];
    if (!is(node, "bpmn:ExclusiveGateway", "bpmn:InclusiveGateway") || flows.length < 2) {
      return;
    }
    flows.filter((flow) => !flow.conditionExpression && flow !== node.default).forEach((flow) => say(flow.id, word("lint-condition")));
    if (!node.default && !areOpposite(flows)) {
      say(node.id, word("lint-default"));
    }
  },
  "timer": (node, say) => {
    for (const definition of node.eventDefinitions ?? []) {
      if (is(definition, "bpmn:TimerEventDefinition")) {
        const when = (definition.timeDate ?? definition.timeDuration ?? definition.timeCycle)?.body?.trim() ?? "";
        if (!when) {
          say(node.id, word("lint-timer-empty"));
        } else if (/^P\d+[DWMY]/.test(when) && !property(node, "watchedBy")) {
          say(node.id, word("lint-timer-clock"));
        }
      }
    }
  },
  "history": (node, say) => {
    if (is(node, "bpmn:Process") && node.isExecutable && !node.get("camunda:historyTimeToLive")) {
      say(node.id, word("lint-history"));
    }
  },
};

/** One condition and its negation leave nothing over. */
function areOpposite(flows: Node[]): boolean {
  const [one, other, ...more] = flows.map((flow) => (flow.conditionExpression?.body ?? "").replaceAll(/\s|[$#]\{|}/g, ""));
  return more.length === 0 && Boolean(one) && (one === `!${other}` || other === `!${one}`);
}

const ERRORS = ["code", "unknown-verb", "no-alarm", "nobodys", "dead-end", "history"];

/** The rules as the linter on the canvas takes them. */
export function linting(): object {
  const cache = Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [
      `rule:bpmnlint-plugin-desk/${name}`,
      () => ({ check: (node: Node, reporter: { report: Say }) => rule(node, (id, text) => reporter.report(id, text)) }),
    ]),
  );
  return {
    config: {
      rules: Object.fromEntries(Object.keys(rules).map((name) => [`desk/${name}`, ERRORS.includes(name) ? "error" : "warn"])),
    },
    resolver: new StaticResolver(cache),
  };
}
