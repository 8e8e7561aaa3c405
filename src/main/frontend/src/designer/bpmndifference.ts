import { diff } from "bpmn-js-differ";
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import { shown, type Change } from "./difference";
import { part } from "./place";

type Any = any;

interface Viewbox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Draws both beside each other in the same section, and colours what is added, removed, changed and moved. */
export async function compare(before: string, after: string): Promise<{ changes: Change[]; show: (element: string) => void }> {
  const [was, is] = await Promise.all([viewer("before", before), viewer("after", after)]);
  const found = diff(was.getDefinitions(), is.getDefinitions());
  const changes = [
    ...named(found._removed, "removed"),
    ...named(found._added, "added"),
    ...Object.entries<Any>(found._changed).map(([element, change]): Change => ({
      kind: "changed",
      element,
      name: nameOf(change.model),
      fields: Object.entries<Any>(change.attrs).map(([name, value]) => ({ name, before: shown(value.oldValue), after: shown(value.newValue) })),
    })),
    ...named(found._layoutChanged, "moved").filter((change) => !found._changed[change.element]),
  ];
  changes.forEach((change) => {
    [was, is].forEach((each) => {
      if (each.get<Any>("elementRegistry").get(change.element)) {
        each.get<Any>("canvas").addMarker(change.element, `difference-${change.kind}`);
      }
    });
  });
  together(was, is);
  return {
    changes,
    show: (element) => [was, is].forEach((each) => {
      if (each.get<Any>("elementRegistry").get(element)) {
        each.get<Any>("canvas").scrollToElement(element, 100);
        each.get<Any>("selection").select(each.get<Any>("elementRegistry").get(element));
      }
    }),
  };
}

async function viewer(place: string, text: string): Promise<NavigatedViewer> {
  part(place).replaceChildren();
  const made = new NavigatedViewer({ container: part(place), moddleExtensions: { camunda } });
  await made.importXML(text);
  made.get<Any>("canvas").zoom("fit-viewport", "auto");
  return made;
}

function named(found: Record<string, Any>, kind: Change["kind"]): Change[] {
  return Object.entries(found).map(([element, model]) => ({ kind, element, name: nameOf(model), fields: [] }));
}

function nameOf(model: Any): string {
  const end = (ref: Any): string => ref?.name || ref?.id;
  return model.name || (model.sourceRef ? `${end(model.sourceRef)} → ${end(model.targetRef)}` : model.id);
}

function together(one: NavigatedViewer, other: NavigatedViewer): void {
  let following = false;
  const follow = (leader: NavigatedViewer, follower: NavigatedViewer): void => {
    leader.get<Any>("eventBus").on("canvas.viewbox.changed", ({ viewbox }: { viewbox: Viewbox }) => {
      if (!following) {
        following = true;
        const { x, y, width, height } = viewbox;
        follower.get<Any>("canvas").viewbox({ x, y, width, height });
        following = false;
      }
    });
  };
  follow(one, other);
  follow(other, one);
  const { x, y, width, height } = one.get<Any>("canvas").viewbox();
  other.get<Any>("canvas").viewbox({ x, y, width, height });
}
