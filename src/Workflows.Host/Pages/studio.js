"use strict";
// The frame around Elsa Studio: puts the wanted element on the page, follows its links, and shows what the server refuses.
(() => {
  const api = new URL("/elsa/api", location.origin).href;
  const descriptors = `${api}/descriptors/activities`;
  const root = "/studio/elsa";
  const { view, id, failed } = document.body.dataset;

  // One name for this page: the server tells our saves from somebody else's by it.
  const editor = crypto.randomUUID ? crypto.randomUUID() : String(Math.random());

  const elements = {
    definitions: () => create("elsa-workflow-definition-list", {}, { editWorkflowDefinition: (to) => go("definitions", to, "edit") }),
    definition: () => create("elsa-workflow-definition-editor", { "definition-id": id }, {}),
    instances: () => create("elsa-workflow-instance-list", {}, { viewWorkflowInstance: (to) => go("instances", to, "view") }),
    instance: () =>
      create("elsa-workflow-instance-viewer", { "instance-id": id }, { editWorkflowDefinition: (to) => go("definitions", to, "edit") }),
  };

  function go(kind, to, verb) {
    location.assign(`${root}/workflows/${kind}/${encodeURIComponent(to)}/${verb}`);
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

  // The Studio navigates by the history; a different page of it is a different page of ours.
  function isElsewhere(url) {
    const to = new URL(url, document.baseURI);
    return to.origin === location.origin && to.pathname !== location.pathname && /\/workflows\/(definitions|instances)/.test(to.pathname);
  }

  function inFrame(url) {
    const to = new URL(url, document.baseURI);
    const path = to.pathname.slice(to.pathname.indexOf("/workflows/"));
    return root + path + to.search;
  }

  for (const name of ["pushState", "replaceState"]) {
    const original = history[name].bind(history);
    history[name] = (state, title, url) => {
      if (url && isElsewhere(url)) {
        location.assign(inFrame(url));
        return;
      }
      original(state, title, url);
    };
  }

  const message = document.querySelector(".wf-message");
  function say(text) {
    message.textContent = text;
    message.hidden = false;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => (message.hidden = true), 8000);
  }
  message.addEventListener("click", () => (message.hidden = true));

  // The Studio makes a block as high as its title, however many outcomes it has; those that lie on each other cannot be told
  // apart, and a connection begins at a neighbour of the one that was meant.
  const pitch = 24; // px: the diameter in which a port takes the mouse
  const heights = new CSSStyleSheet();
  document.adoptedStyleSheets.push(heights);

  function makeRoom(blocks) {
    const rules = blocks.map(({ typeName, ports }) => {
      const outcomes = ports.filter((port) => port.type === "Flow").length;
      const type = CSS.escape(`"type":"${typeName}"`);
      return `elsa-activity-wrapper[activity-json*="${type}"] .elsa-activity { min-height: ${outcomes * pitch}px; }`;
    });
    heights.replaceSync(rules.join("\n"));
  }

  const fetchAnything = window.fetch.bind(window);
  window.fetch = async (resource, options) => {
    const url = new URL(typeof resource === "string" ? resource : resource.url ?? String(resource), document.baseURI);
    if (!url.href.startsWith(api)) {
      return fetchAnything(resource, options);
    }
    const headers = new Headers(options?.headers);
    headers.set("X-Editor", editor);
    const response = await fetchAnything(resource, { ...options, headers });
    if (response.status === 401) {
      location.assign(`/studio/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
    } else if (response.status === 403 || response.status === 409 || response.status >= 500) {
      say(await reason(response.clone()));
    } else if (response.ok && url.href.startsWith(descriptors)) {
      makeRoom((await response.clone().json()).items);
    }
    return response;
  };

  async function reason(response) {
    try {
      const problem = await response.json();
      return problem.errors?.generalErrors?.join(" ") ?? problem.message ?? problem.detail ?? problem.title ?? failed;
    } catch {
      return failed;
    }
  }

  const provider = document.createElement("elsa-backend-provider");
  provider.setAttribute("remote-endpoint", api);
  document.getElementById("studio").replaceChildren(provider, elements[view]());
})();
