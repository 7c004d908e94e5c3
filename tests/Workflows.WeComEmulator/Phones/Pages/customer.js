import { attachment, avatar, clock, codesIn, day, get, h, live, phone, post, qrId, toast, words } from "./parts.js";
import { icon } from "./icons.js";
import { otherLanguage, t } from "./texts.js";

const id = decodeURIComponent(location.pathname.split("/").pop());
const view = { tab: "chats", chat: null, drafts: {}, seen: {}, scanning: false };
let refresh = () => {};
const go = (change) => { Object.assign(view, change); refresh(); };

const act = (what, body) => post(`customers/${id}/${what}`, body);
async function scan(code) {
  const result = await act("scan", { qr: code });
  toast(t(result?.kind ?? "invalid"));
  const chat = result?.chatId ?? result?.member;
  go({ scanning: false, tab: "chats", chat: ["added", "joined", "known"].includes(result?.kind) ? chat : view.chat });
}

function open(address) {
  const code = qrId(address);
  if (code) return scan(code);
  window.open(address, "_blank", "noopener");
  return act("click", { url: address, open: false });
}

const last = (chat) => chat.messages.at(-1);
const summary = (message) => (message ? message.text || `[${t(message.attachments[0]?.type ?? "image")}]` : "");
const unread = (chat) => chat.messages.filter((message) => !message.isMine && message.number > (view.seen[chat.id] ?? 0)).length;

function chatRow(chat) {
  const count = unread(chat);
  return h("button", { class: "row", "data-chat": chat.id, onclick: () => go({ chat: chat.id }) },
    h("span", { class: "with-badge" }, avatar(chat.title, chat.isGroup ? "square" : ""), count > 0 && h("span", { class: "dot" }, `${count}`)),
    h("span", { class: "row-text" },
      h("span", { class: "row-top" }, h("strong", {}, chat.title, chat.isGroup && h("small", {}, ` (${chat.size})`)), h("time", {}, last(chat) ? clock(last(chat).at) : "")),
      h("small", { class: "ellipsis" }, summary(last(chat)) || chat.subtitle)));
}

function bubble(message, group) {
  const parts = [];
  if (message.text) parts.push(h("div", { class: "bubble" }, words(message.text, open)));
  parts.push(...codesIn(message.text).map((url) => attachment({ type: "link", url }, { onScan: scan })));
  parts.push(...message.attachments.map((item) => attachment(item, { onScan: scan, onOpen: open })));
  return h("div", { class: `line ${message.isMine ? "mine" : ""}`, "data-carrier": message.carrier, "data-number": message.number },
    avatar(message.from),
    h("div", { class: "said" },
      group && !message.isMine && h("small", { class: "who" }, message.from),
      parts,
      h("time", {}, clock(message.at))));
}

function chatScreen(chat) {
  view.seen[chat.id] = last(chat)?.number ?? 0;
  const target = chat.isGroup ? { chatId: chat.id } : { member: chat.id };
  const send = async (event) => {
    event.preventDefault();
    const text = view.drafts[chat.id]?.trim();
    if (!text) return;
    view.drafts[chat.id] = "";
    await act("reply", { ...target, text });
    refresh();
  };
  const leave = async () => {
    await act(chat.isGroup ? "quit" : "delete", target);
    go({ chat: null });
  };
  return [
    h("div", { class: "bar" },
      h("button", { class: "plain", "aria-label": t("back"), onclick: () => go({ chat: null }) }, "‹"),
      h("div", { class: "bar-title" }, h("strong", {}, chat.isGroup ? `${chat.title} (${chat.size})` : chat.title), h("small", {}, chat.subtitle ? `@${chat.subtitle}` : "")),
      chat.isFriend && h("button", { class: "plain danger", onclick: leave }, chat.isGroup ? t("quit") : t("deleteFriend"))),
    h("div", { class: "scroll chat" },
      chat.messages.map((message, index) => [
        (index === 0 || day(chat.messages[index - 1].at) !== day(message.at)) && h("div", { class: "day" }, `${day(message.at)} ${clock(message.at)}`),
        bubble(message, chat.isGroup),
      ])),
    chat.id.startsWith("sms:") ? null : chat.isFriend
      ? h("form", { class: "composer", onsubmit: send },
        h("input", { name: "text", "aria-label": t("say"), placeholder: t("say"), autocomplete: "off", value: view.drafts[chat.id] ?? "", oninput: (event) => { view.drafts[chat.id] = event.target.value; } }),
        h("button", { class: "primary" }, t("send")))
      : h("div", { class: "composer closed" }, t("notFriend")),
  ];
}

function postCard(item) {
  const comment = async (event) => {
    event.preventDefault();
    const text = view.drafts[item.momentId]?.trim();
    if (!text) return;
    view.drafts[item.momentId] = "";
    await act("comment", { momentId: item.momentId, text });
    refresh();
  };
  return h("article", { class: "post", "data-moment": item.momentId },
    avatar(item.from),
    h("div", { class: "post-body" },
      h("strong", { class: "name" }, item.from),
      h("p", {}, words(item.text, open)),
      h("div", { class: "photos" }, item.attachments.map((part) => attachment(part, { onScan: scan, onOpen: open }))),
      h("div", { class: "post-foot" }, h("time", {}, `${day(item.at)} ${clock(item.at)}`),
        h("button", { class: `plain ${item.isLiked ? "on" : ""}`, disabled: item.isLiked, onclick: () => act("like", { momentId: item.momentId }).then(refresh) }, icon("heart"), `${item.isLiked ? t("liked") : t("like")}${item.likes ? ` ${item.likes}` : ""}`)),
      item.comments.length > 0 && h("div", { class: "comments" }, item.comments.map((line) => h("div", {}, h("b", {}, line.from), `：${line.text}`))),
      h("form", { class: "comment-form", onsubmit: comment },
        h("input", { name: "comment", "aria-label": t("writeComment"), placeholder: t("writeComment"), value: view.drafts[item.momentId] ?? "", autocomplete: "off", oninput: (event) => { view.drafts[item.momentId] = event.target.value; } }))));
}

function scanSheet(posters) {
  return h("div", { class: "sheet", role: "dialog", "aria-label": t("scan") },
    h("div", { class: "sheet-top" }, h("strong", {}, t("scanTitle")), h("button", { class: "plain", onclick: () => go({ scanning: false }) }, t("close"))),
    h("div", { class: "scroll sheet-codes" }, posters.map((item) =>
      h("button", { class: `code-tile ${item.isGroup ? "group" : ""}`, "data-code": item.configId, onclick: () => scan(item.configId) },
        h("img", { src: `/qr/${item.configId}`, alt: "" }),
        h("span", {}, h("strong", {}, item.title), h("small", {}, item.isGroup ? t("posterGroup") : t("posterMember")))))));
}

function tabs(me) {
  const waiting = me.chats.reduce((sum, chat) => sum + unread(chat), 0);
  const tab = (name, sign, count = 0) =>
    h("button", { class: view.tab === name ? "on" : "", onclick: () => go({ tab: name, chat: null }) }, icon(sign), t(name), count > 0 && h("span", { class: "dot" }, `${count}`));
  return h("nav", { class: "tabs" },
    tab("chats", "chats", waiting),
    h("button", { class: "scan-button", onclick: () => go({ scanning: true }) }, h("i", {}, icon("scan")), t("scan")),
    tab("moments", "moments"));
}

function home(me) {
  const title = view.tab === "chats" ? t("chats") : t("moments");
  const content = view.tab === "chats"
    ? [
      me.requests.map((name) => h("div", { class: "notice" }, `${t("pendingRequest")} ${name}`)),
      me.transferTo && h("div", { class: "notice" }, `${t("transfer")} ${me.transferTo} `, h("button", { class: "plain danger", onclick: () => act("refuse-transfer").then(refresh) }, t("refuse"))),
      me.chats.length ? me.chats.map(chatRow) : h("div", { class: "empty" }, t("noChats")),
    ]
    : [
      h("div", { class: "cover" }, h("strong", {}, me.name), avatar(me.name, "big")),
      me.moments.length ? me.moments.map(postCard) : h("div", { class: "empty" }, t("noMoments")),
    ];
  return [
    h("div", { class: "bar home" }, h("div", { class: "bar-title" }, h("strong", {}, title)), avatar(me.name, "tiny")),
    h("div", { class: `scroll ${view.tab}` }, content),
    tabs(me),
  ];
}

function keepPlace(draw) {
  const before = document.querySelector(".scroll");
  const focused = document.activeElement?.name;
  const place = before && { top: before.scrollTop, end: before.scrollHeight - before.scrollTop - before.clientHeight < 60, key: before.dataset.key };
  draw();
  const after = document.querySelector(".scroll");
  after.dataset.key = `${view.tab}/${view.chat}`;
  const same = place?.key === after.dataset.key;
  after.scrollTop = view.chat && (!same || place.end) ? after.scrollHeight : same ? place.top : 0;
  if (focused) document.querySelector(`[name=${focused}]`)?.focus();
}

refresh = live(async () => {
  const me = await get(`phones/customers/${id}`);
  document.title = `${me.name} · ${t("phones")}`;
  const chat = view.chat && me.chats.find((item) => item.id === view.chat);
  keepPlace(() => document.body.replaceChildren(
    h("div", { class: "stage" },
      h("aside", { class: "beside" },
        h("a", { href: "/phones" }, `‹ ${t("phones")}`),
        h("h1", {}, me.name),
        h("p", {}, me.mobile ?? ""),
        h("p", { class: "mono" }, me.id),
        h("button", { class: "fact", onclick: otherLanguage }, t("language"))),
      phone(me.now, ...(chat ? chatScreen(chat) : home(me)), view.scanning && scanSheet(me.posters)))));
});
