// The code editor is a fifth of what the Studio loads, and no block needs it until somebody writes code. So it comes when the page
// has come to rest, or with the first field that holds code; until it is there, that field waits.
import { during } from "./studio-rest.js";

const folder = "_content/BlazorMonaco/";
const rest = 8000; // ms: a page starts in half of that
const entries = ["create", "createDiffEditor", "setTheme", "defineTheme"];
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

const editor = window.blazorMonaco.editor;
for (const name of entries) {
  const original = editor[name];
  editor[name] = (...values) =>
    during(async () => {
      await load();
      return original.apply(editor, values);
    });
}
