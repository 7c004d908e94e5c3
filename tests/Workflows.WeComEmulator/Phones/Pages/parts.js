// What all pages are made of. Text is only ever set as text, never as HTML.
import { icon } from "./icons.js";
import { t } from "./texts.js";

export function h(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const get = async (path) => {
  const response = await fetch(`/_emu/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};

export const post = async (path, body = {}) => {
  const response = await fetch(`/_emu/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return text && response.ok ? JSON.parse(text) : null;
};

// Draws again whenever something happened; what is being typed stays.
export function live(draw) {
  let running = false;
  let again = false;
  const refresh = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await draw();
      } while (again);
    } finally {
      running = false;
    }
  };
  new EventSource("/_emu/feed").onmessage = refresh;
  refresh();
  return refresh;
}

const hues = [4, 28, 145, 168, 199, 220, 262, 291, 330];
export function avatar(name, extra = "") {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) >>> 0;
  const hue = hues[sum % hues.length];
  const shown = /^[\x00-\x7f]/.test(name) ? name.slice(0, 2).toUpperCase() : [...name].slice(-2).join("");
  return h("span", { class: `avatar ${extra}`, style: `--hue:${hue}`, "aria-hidden": "true" }, shown);
}

export const clock = (time) => time.slice(11, 16);
export const day = (time) => `${Number(time.slice(5, 7))}/${Number(time.slice(8, 10))}`;

export function toast(text) {
  document.querySelector(".toast")?.remove();
  const node = h("div", { class: "toast", role: "status" }, text);
  (document.querySelector(".screen") ?? document.body).append(node);
  setTimeout(() => node.remove(), 2600);
}

export const qrId = (address) => /\/qr\/([^/?#]+)/.exec(address ?? "")?.[1];

// One attachment; what can be done with it is the owner's business.
export function attachment(item, { onScan, onOpen } = {}) {
  const picture = item.mediaId ? `/media/${item.mediaId}` : item.picture;
  const code = qrId(item.picture) ?? qrId(item.url);
  if (code) {
    return h("div", { class: "card code" },
      item.title && h("div", { class: "card-title" }, item.title),
      h("img", { src: `/qr/${code}`, alt: item.title ?? t("scanCode") }),
      onScan && h("button", { class: "primary small", onclick: () => onScan(code) }, t("scanCode")));
  }
  if (item.type === "image") {
    return h("img", { class: "photo", src: picture, alt: t("image"), onerror: (event) => event.target.replaceWith(h("div", { class: "photo empty" }, t("image"))) });
  }
  if (item.type === "link") {
    return h("button", { class: "card link", onclick: () => onOpen?.(item.url), disabled: !onOpen, title: item.url },
      h("div", { class: "card-title" }, item.title ?? item.url),
      h("div", { class: "card-row" }, h("div", { class: "card-text" }, item.description ?? ""), thumb(picture, "link")));
  }
  if (item.type === "miniprogram") {
    return h("div", { class: "card mini" },
      h("div", { class: "card-note" }, icon("miniprogram"), item.appId ?? ""),
      h("div", { class: "card-title" }, item.title ?? ""),
      thumb(picture, "miniprogram", "wide"),
      h("div", { class: "card-foot" }, t("miniprogram")));
  }
  return h("div", { class: "card file" }, icon(item.type), t(item.type));
}

function thumb(picture, sign, extra = "") {
  const empty = () => h("div", { class: `thumb ${extra}` }, icon(sign));
  return picture
    ? h("img", { class: `thumb ${extra}`, src: picture, alt: "", onerror: (event) => event.target.replaceWith(empty()) })
    : empty();
}

// Addresses inside a text become something to tap.
export function words(text, onOpen) {
  return (text ?? "").split(/(https?:\/\/[^\s，。；）)]+)/).map((part, index) =>
    index % 2 === 1 && onOpen
      ? h("a", { href: part, onclick: (event) => { event.preventDefault(); onOpen(part); } }, part)
      : part);
}

// The QR codes that a text leads to, to be scanned from where they stand.
export const codesIn = (text) => [...(text ?? "").matchAll(/https?:\/\/[^\s，。；）)]+/g)].map(([url]) => url).filter(qrId);

export function phone(now, ...content) {
  return h("div", { class: "phone" },
    h("div", { class: "screen" },
      h("div", { class: "status-bar" }, h("span", {}, clock(now)), h("span", { class: "island" }), h("span", {}, "5G", h("i", { class: "battery" }))),
      ...content));
}
