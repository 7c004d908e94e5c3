import { attachment, avatar, clock, day, get, h, live, phone, post, words } from "./parts.js";
import { icon } from "./icons.js";
import { otherLanguage, t } from "./texts.js";

const id = decodeURIComponent(location.pathname.split("/").pop());
const view = { tab: "tasks", chat: null };
let refresh = () => {};
const go = (change) => { Object.assign(view, change); refresh(); };
const act = (what) => post(`members/${id}/${what}`).then(refresh);

const kinds = { customers: "kindCustomers", groups: "kindGroups", moments: "kindMoments" };

function taskCard(task) {
  const isOpen = task.state === "pending" || task.state === "ignored";
  const shown = task.recipients.slice(0, 4).join("、") + (task.recipients.length > 4 ? " …" : "");
  const unit = task.kind === "groups" ? t("groups") : t(task.recipients.length === 1 ? "person" : "people");
  return h("article", { class: `task ${task.state}`, "data-task": task.taskId, "data-state": task.state },
    h("div", { class: "task-top" }, h("strong", {}, t(kinds[task.kind])), h("span", { class: `state ${task.state}` }, t(task.state))),
    h("p", { class: "task-text" }, words(task.text)),
    task.attachments.length > 0 && h("div", { class: "task-parts" }, task.attachments.map((item) => attachment(item))),
    h("small", {}, `${t("to")} ${shown} · ${task.recipients.length} ${unit} · ${day(task.at)} ${clock(task.at)}`),
    isOpen && h("div", { class: "task-acts" },
      h("button", { class: "primary", onclick: () => act(`tasks/${task.taskId}/confirm`) }, task.kind === "moments" ? t("publish") : t("confirm")),
      task.recipients.length > 1 && task.kind !== "moments" && h("button", { class: "secondary", onclick: () => act(`tasks/${task.taskId}/partial?count=1`) }, t("onlyFirst")),
      task.state === "pending" && h("button", { class: "secondary", onclick: () => act(`tasks/${task.taskId}/ignore`) }, t("ignore"))));
}

const request = (item) =>
  h("article", { class: "task request" },
    h("div", { class: "task-top" }, avatar(item.name, "small"), h("strong", {}, item.name), h("small", {}, clock(item.at))),
    h("p", {}, t("request")),
    h("div", { class: "task-acts" }, h("button", { class: "primary", onclick: () => act(`requests/${item.customer}/accept`) }, t("accept"))));

const notice = (item) =>
  h("div", { class: "row still" },
    h("span", { class: "avatar square", style: `--hue:${item.kind === "remind" ? 28 : 210}` }, icon(item.kind)),
    h("span", { class: "row-text" },
      h("span", { class: "row-top" }, h("strong", {}, t(item.kind)), h("time", {}, clock(item.at))),
      h("small", {}, item.text)));

const client = (chat) =>
  h("button", { class: "row", onclick: () => go({ chat: chat.id }) },
    avatar(chat.title),
    h("span", { class: "row-text" },
      h("span", { class: "row-top" }, h("strong", {}, chat.title, h("small", { class: "wechat" }, " @微信")), h("time", {}, chat.messages.length ? clock(chat.messages.at(-1).at) : "")),
      h("small", { class: "ellipsis" }, chat.messages.at(-1)?.text ?? "")));

function chatScreen(chat) {
  return [
    h("div", { class: "bar" },
      h("button", { class: "plain", "aria-label": t("back"), onclick: () => go({ chat: null }) }, "‹"),
      h("div", { class: "bar-title" }, h("strong", {}, chat.title), h("small", { class: "wechat" }, "@微信"))),
    h("div", { class: "scroll chat" }, chat.messages.map((message) =>
      h("div", { class: `line ${message.isMine ? "mine blue" : ""}` },
        avatar(message.from),
        h("div", { class: "said" },
          message.text && h("div", { class: "bubble" }, words(message.text)),
          message.attachments.map((item) => attachment(item)),
          h("time", {}, `${clock(message.at)}${message.carrier === "welcome" ? ` · ${t("welcome")}` : ""}`))))),
  ];
}

const contents = {
  tasks: (me) => {
    const open = [...me.requests.map(request), ...me.tasks.map(taskCard)];
    return open.length ? open : h("div", { class: "empty" }, t("noTasks"));
  },
  notices: (me) => (me.notices.length ? me.notices.map(notice) : h("div", { class: "empty" }, t("noNotices"))),
  clients: (me) => (me.chats.length ? me.chats.map(client) : h("div", { class: "empty" }, t("noClients"))),
};

function home(me) {
  const waiting = me.requests.length + me.tasks.filter((task) => task.state === "pending").length;
  const tab = (name, sign, count = 0) =>
    h("button", { class: view.tab === name ? "on" : "", onclick: () => go({ tab: name }) }, icon(sign), t(name), count > 0 && h("span", { class: "dot" }, `${count}`));
  return [
    h("div", { class: "bar home work" },
      avatar(me.name, "tiny"),
      h("div", { class: "bar-title" }, h("strong", {}, me.company), h("small", {}, `${me.store} ${me.position}`))),
    h("div", { class: `scroll ${view.tab}` }, contents[view.tab](me)),
    h("nav", { class: "tabs work" }, tab("tasks", "tasks", waiting), tab("notices", "notices"), tab("clients", "clients")),
  ];
}

refresh = live(async () => {
  const me = await get(`phones/staff/${id}`);
  document.title = `${me.name} · ${t("phones")}`;
  const chat = view.chat && me.chats.find((item) => item.id === view.chat);
  const top = document.querySelector(".scroll")?.scrollTop ?? 0;
  document.body.replaceChildren(
    h("div", { class: "stage" },
      h("aside", { class: "beside" },
        h("a", { href: "/phones" }, `‹ ${t("phones")}`),
        h("h1", {}, me.name),
        h("p", {}, `${me.store} ${me.position}`),
        h("p", { class: "mono" }, me.id),
        h("p", {}, me.isAutomatic ? t("automatic") : t("manual")),
        h("button", { class: "fact", onclick: otherLanguage }, t("language"))),
      phone(me.now, ...(chat ? chatScreen(chat) : home(me)))));
  const scroll = document.querySelector(".scroll");
  scroll.scrollTop = chat ? scroll.scrollHeight : top;
});
