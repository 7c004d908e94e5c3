"use strict";
// The frame around Elsa Studio: puts the wanted element on the page, follows its links, and shows what the server refuses.
(() => {
  const api = new URL("/elsa/api", location.origin).href;
  const descriptors = `${api}/descriptors/activities`;
  const definitions = new URL(`${api}/workflow-definitions`).pathname;
  const root = "/studio/elsa";
  const { view, id, failed, words } = document.body.dataset;

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

  // A block with outcomes of its own, such as those of the rule set it asks, is as high as these need.
  const ownHeights = new CSSStyleSheet();
  document.adoptedStyleSheets.push(ownHeights);

  function activitiesOf(node) {
    if (Array.isArray(node)) {
      return node.flatMap(activitiesOf);
    }
    if (node === null || typeof node !== "object") {
      return [];
    }
    const inside = Object.values(node).flatMap(activitiesOf);
    return typeof node.id === "string" && typeof node.type === "string" ? [node, ...inside] : inside;
  }

  function outcomesOf(definition) {
    const outcomes = new Map();
    for (const { id, outcomes: input } of activitiesOf(definition?.root)) {
      const value = input?.expression?.value;
      if (typeof value === "string" && value.startsWith("[")) {
        outcomes.set(id, value);
      }
    }
    return outcomes;
  }

  let drawn = new Map();
  function draw(definition) {
    drawn = outcomesOf(definition);
    const rules = [...drawn].map(([id, value]) => {
      const own = CSS.escape(`"id":"${id}"`);
      return `elsa-activity-wrapper[activity-json*="${own}"] .elsa-activity { min-height: ${(JSON.parse(value).length + 1) * pitch}px; }`;
    });
    ownHeights.replaceSync(rules.join("\n"));
  }

  // The Studio draws outcomes once. When a save gives a block others, the editor is put on the page anew; the old one needs a
  // moment to leave, and two at once would disturb each other.
  const leave = 1500; // ms
  function follow(definition) {
    const outcomes = outcomesOf(definition);
    const isChanged = [...outcomes].some(([activity, value]) => (drawn.get(activity) ?? "[]") !== value);
    draw(definition);
    if (isChanged && view === "definition") {
      document.querySelector("elsa-workflow-definition-editor")?.remove();
      clearTimeout(follow.timer);
      follow.timer = setTimeout(() => document.getElementById("studio").append(elements[view]()), leave);
    }
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
    } else if (response.ok && url.pathname === definitions && options?.method === "POST") {
      follow((await response.clone().json()).workflowDefinition);
    } else if (response.ok && url.pathname.startsWith(`${definitions}/by-`)) {
      draw(await response.clone().json());
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

  // The Studio speaks English only. Its own words are replaced where they appear; what people wrote has other words, and code and
  // fields are left alone.
  const named = ["placeholder", "title", "aria-label"];
  async function translate() {
    const texts = new Map(Object.entries(await (await fetchAnything(words)).json()));
    const leave = ".wf-bar, .monaco-editor, textarea, .activity-label, pre, code";

    function replaceText(node) {
      const text = texts.get(node.data.trim());
      if (text !== undefined && !node.parentElement?.closest(leave)) {
        node.data = node.data.replace(node.data.trim(), text);
      }
    }

    function replaceNames(element) {
      for (const name of named) {
        const text = texts.get(element.getAttribute(name));
        if (text !== undefined) {
          element.setAttribute(name, text);
        }
      }
    }

    function replaceAll(root) {
      if (root.nodeType === Node.TEXT_NODE) {
        replaceText(root);
      } else if (root.nodeType === Node.ELEMENT_NODE) {
        replaceNames(root);
        root.querySelectorAll(named.map((name) => `[${name}]`).join()).forEach(replaceNames);
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          replaceText(walker.currentNode);
        }
      }
    }

    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === "childList") {
          addedNodes.forEach(replaceAll);
        } else {
          replaceAll(target);
        }
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: named });
    replaceAll(document.body);
  }
  if (words) {
    translate();
  }

  const provider = document.createElement("elsa-backend-provider");
  provider.setAttribute("remote-endpoint", api);
  document.getElementById("studio").replaceChildren(provider, elements[view]());
})();
