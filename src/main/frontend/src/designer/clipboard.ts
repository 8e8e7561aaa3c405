type Any = any;

const PLACE = "draw:clipboard";

/** What is copied in one diagram can be pasted into another, in this window or the next. */
class SharedClipboard {
  static $inject = ["eventBus", "clipboard", "moddle"];

  constructor(eventBus: Any, clipboard: Any, moddle: Any) {
    eventBus.on("copyPaste.elementsCopied", ({ tree }: { tree: object }) => {
      try {
        localStorage.setItem(PLACE, JSON.stringify(tree));
      } catch {
        // Too large for the storage: it can still be pasted here.
      }
    });
    const take = (): void => {
      const text = localStorage.getItem(PLACE);
      if (text) {
        clipboard.set(JSON.parse(text, reviver(moddle)));
      }
    };
    window.addEventListener("storage", (event) => event.key === PLACE && take());
    take();
  }
}

/** Plain data becomes elements of this diagram; what one names by id stays one and the same. */
function reviver(moddle: Any): (key: string, value: Any) => unknown {
  const known = new Map<string, object>();
  return (_, value) => {
    if (typeof value?.$type !== "string") {
      return value;
    }
    const { $type, ...attributes } = value;
    const made = known.get(value.id) ?? moddle.create($type, attributes);
    if (value.id) {
      known.set(value.id, made);
    }
    return made;
  };
}

export const clipboardModule = { __init__: ["sharedClipboard"], sharedClipboard: ["type", SharedClipboard] };
