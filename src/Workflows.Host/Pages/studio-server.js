// What the Studio asks our server, and what of the answers people must see.
import { draw, makeRoom } from "./studio-blocks.js";
import { during } from "./studio-rest.js";

const api = new URL("/elsa/api", location.origin).href;
const descriptors = `${api}/descriptors/activities`;
const definitions = new URL(`${api}/workflow-definitions`).pathname;
const { failed } = document.body.dataset;
const message = document.querySelector(".wf-message");

// One name for this page: the server tells our saves from somebody else's by it.
const editor = crypto.randomUUID ? crypto.randomUUID() : String(Math.random());

// Listens to every call from now on. `redraw` is told when a save has given a block other outcomes.
export function listen(redraw) {
  const ask = window.fetch.bind(window);
  message.addEventListener("click", () => (message.hidden = true));
  window.fetch = async (resource, options) => {
    const url = new URL(typeof resource === "string" ? resource : (resource.url ?? String(resource)), document.baseURI);
    if (!url.href.startsWith(api)) {
      return ask(resource, options);
    }
    const headers = new Headers(options?.headers);
    headers.set("X-Editor", editor);
    return during(async () => {
      const response = await whole(await ask(resource, { ...options, headers }));
      await hear(url, options?.method, response, redraw);
      return response;
    });
  };
  return api;
}

// An answer that is here to its end cannot break off when its reader leaves.
async function whole(response) {
  const { status, statusText, headers } = response;
  const hasBody = status !== 204 && status !== 304;
  return new Response(hasBody ? await response.arrayBuffer() : null, { status, statusText, headers });
}

async function hear(url, method, response, redraw) {
  if (response.status === 401) {
    location.assign(`/studio/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
  } else if (response.status === 403 || response.status === 409 || response.status >= 500) {
    say(await reason(response.clone()));
  } else if (response.ok && url.href.startsWith(descriptors)) {
    makeRoom((await response.clone().json()).items);
  } else if (response.ok && url.pathname === definitions && method === "POST") {
    if (draw((await response.clone().json()).workflowDefinition)) {
      redraw();
    }
  } else if (response.ok && url.pathname.startsWith(`${definitions}/by-`)) {
    draw(await response.clone().json());
  }
}

async function reason(response) {
  try {
    const problem = await response.json();
    return problem.errors?.generalErrors?.join(" ") ?? problem.message ?? problem.detail ?? problem.title ?? failed;
  } catch {
    return failed;
  }
}

function say(text) {
  message.textContent = text;
  message.hidden = false;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => (message.hidden = true), 8000);
}
