// The code editor is a fifth of what the Studio loads, and no block needs it until somebody writes code. The Studio makes one for
// every field that could hold code, seen or not; so an editor is made when its field is seen, and what makes it is loaded when the
// page has come to rest, or with the first field seen.
import { during } from "./studio-rest.js";

const folder = "_content/BlazorMonaco/";
const rest = 8000; // ms: a page starts in half of that
const editor = window.blazorMonaco.editor;
const original = { ...editor };
const unmade = new Map(); // the fields nobody has seen yet
let loading;

export function loadInPeace() {
  setTimeout(() => requestIdleCallback(load), rest);
}

function load() {
  loading ??= (async () => {
    await script("lib/monaco-editor/min/vs/loader.js");
    await new Promise((resolve, reject) => require(["vs/editor/editor.main"], resolve, reject));
  })();
  return loading;
}

function script(path) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = `${folder}${path}?v=${document.body.dataset.version}`;
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });
}

// Holds when the editor of a field is there. One that is never seen is never made: whoever asked for it is gone by then.
function whenSeen(id, make) {
  const field = document.getElementById(id);
  const { promise, resolve, reject } = Promise.withResolvers();
  const watch = new ResizeObserver(() => {
    if (!field.isConnected) {
      unmade.get(id)?.forget();
    } else if (field.offsetParent) {
      unmade.get(id)?.make();
    }
  });
  const forget = () => {
    watch.disconnect();
    unmade.delete(id);
  };
  unmade.set(id, {
    forget,
    make: () => {
      forget();
      return during(make).then(resolve, reject);
    },
  });
  if (field) {
    watch.observe(field);
  }
  return promise;
}

const changed = {
  dispose: (id) => (original.getEditor(id, true) ? original.dispose(id) : unmade.get(id)?.forget()),
};
for (const name of ["create", "createDiffEditor"]) {
  changed[name] = (id, ...values) =>
    whenSeen(id, async () => {
      await load();
      original[name](id, ...values);
    });
}
for (const name of ["setTheme", "defineTheme"]) {
  changed[name] = async (...values) => {
    await load();
    original[name](...values);
  };
}
// Whatever else is asked of an editor makes it.
for (const name of Object.keys(editor).filter((name) => typeof editor[name] === "function")) {
  editor[name] = changed[name] ?? ((id, ...values) => {
    const made = unmade.get(id)?.make();
    return made ? made.then(() => original[name](id, ...values)) : original[name](id, ...values);
  });
}
