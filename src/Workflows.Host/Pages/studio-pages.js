// The pages inside the frame: one element of Elsa Studio each. The Studio takes seconds to start, so it stays while people go from
// page to page: the address changes, the element is another one, and nothing is loaded again.
import { drawn, rest } from "./studio-rest.js";

const root = "/studio/elsa";
const stage = document.getElementById("studio");
const { journeys, instances, product } = document.body.dataset;

const pages = [
  {
    path: /^\/workflows\/definitions$/,
    element: () => create("elsa-workflow-definition-list", {}, { editWorkflowDefinition: (id) => go("definitions", id, "edit") }),
  },
  { path: /^\/workflows\/definitions\/([^/]+)\/edit$/, element: (id) => edit(id) },
  { path: /^\/workflows\/definitions\/([^/]+)\/versions\/(\d+)$/, element: (id, version) => edit(`${id}:${version}`) },
  {
    path: /^\/workflows\/instances$/,
    isInstances: true,
    element: () => create("elsa-workflow-instance-list", {}, { viewWorkflowInstance: (id) => go("instances", id, "view") }),
  },
  {
    path: /^\/workflows\/instances\/([^/]+)\/view$/,
    isInstances: true,
    element: (id) =>
      create("elsa-workflow-instance-viewer", { "instance-id": id }, { editWorkflowDefinition: (to) => go("definitions", to, "edit") }),
  },
];

let here; // what the address says
let address;
let shown; // the element on the page

// Shows the page of the address, now and whenever it changes.
export function begin() {
  for (const name of ["pushState", "replaceState"]) {
    const remember = history[name].bind(history);
    history[name] = (state, title, url) => {
      remember(state, title, isElsewhere(url) ? inFrame(url) : url);
      arrive();
    };
  }
  window.addEventListener("popstate", arrive);
  document.querySelector(".wf-bar").addEventListener("click", (event) => {
    const link = event.target.closest("nav a, .wf-brand");
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      visit(link.pathname);
    }
  });
  arrive();
}

// Puts the element of the page there anew. Whoever is in a hurry gets the last of what was asked for.
export function renew() {
  const wanted = Symbol();
  renew.wanted = wanted;
  renew.done = (renew.done ?? Promise.resolve()).then(async () => {
    await dismiss();
    if (wanted === renew.wanted) {
      shown = here.page.element(...here.parts);
      stage.insertBefore(shown, stage.querySelector(".wf-loading"));
      shown.drawn = drawn(shown);
    }
  });
}

// An element of Blazor lingers for a second, for it may be moved; two at once would disturb each other. One that leaves for good
// is out of sight at once, told so when it rests, and then gone.
async function dismiss() {
  const leaving = shown;
  shown = undefined;
  if (leaving) {
    leaving.classList.add("wf-leaving");
    await leaving.drawn;
    await rest();
    const component = await leaving._addRootComponentPromise;
    await component?.dispose();
    leaving.remove();
  }
}

function go(kind, id, verb) {
  visit(`${root}/workflows/${kind}/${encodeURIComponent(id)}/${verb}`);
}

function edit(id) {
  return create("elsa-workflow-definition-editor", { "definition-id": id }, {});
}

function create(tag, attributes, callbacks) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  // A property set before the element is defined would hide the element's own.
  customElements.whenDefined(tag).then(() => Object.assign(element, callbacks));
  return element;
}

// The Studio navigates by the history, and knows nothing of the frame.
function isElsewhere(url) {
  if (!url) {
    return false;
  }
  const to = new URL(url, document.baseURI);
  return to.origin === location.origin && to.pathname !== location.pathname && /\/workflows\/(definitions|instances)/.test(to.pathname);
}

function inFrame(url) {
  const to = new URL(url, document.baseURI);
  return root + to.pathname.slice(to.pathname.indexOf("/workflows/")) + to.search;
}

// The Studio's lists add their page to the address that Blazor knows, so Blazor must know it.
function visit(to) {
  const hasFailed = document.getElementById("blazor-error-ui").style.display === "block";
  if (customElements.get("elsa-backend-provider") && !hasFailed) {
    Blazor.navigateTo(to);
  } else {
    location.assign(to);
  }
}

function read(path) {
  for (const page of pages) {
    const parts = page.path.exec(path.slice(root.length));
    if (parts) {
      return { page, parts: parts.slice(1).map(decodeURIComponent) };
    }
  }
  return undefined;
}

function arrive() {
  if (location.pathname === address) {
    return;
  }
  const to = read(location.pathname);
  if (!to) {
    location.reload();
    return;
  }
  address = location.pathname;
  here = to;
  label();
  renew();
}

function label() {
  const isInstances = Boolean(here.page.isInstances);
  document.title = `${isInstances ? instances : journeys} · ${product}`;
  for (const link of document.querySelectorAll(".wf-bar nav a")) {
    link.dataset.here = (link.pathname.endsWith("/instances") === isInstances).toString();
  }
  document.querySelector(".wf-note").style.visibility = isInstances ? "hidden" : "";
  const language = document.querySelector(".wf-language");
  language.href = address + new URL(language.href).search;
}
