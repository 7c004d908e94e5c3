import { clock, day, get, h, live } from "./parts.js";
import { otherLanguage, t } from "./texts.js";

const letter = (item) =>
  h("article", { class: "letter", "data-number": `${item.number}` },
    h("header", {},
      h("h2", {}, item.headers.Subject ?? ""),
      h("p", {}, `${item.headers.From ?? item.from} → ${item.to.join(", ")}`),
      h("time", {}, `${day(item.at)} ${clock(item.at)}`)),
    h("pre", {}, item.text),
    item.headers["List-Unsubscribe"] && h("footer", {}, `${t("unsubscribe")}: ${item.headers["List-Unsubscribe"]}`));

live(async () => {
  const letters = await get("mail");
  document.title = t("mail");
  document.body.replaceChildren(
    h("header", { class: "masthead" },
      h("div", {}, h("h1", {}, t("mail")), h("p", {}, t("mailLead"))),
      h("div", { class: "facts" },
        h("a", { class: "fact", href: "/phones" }, t("phones")),
        h("button", { class: "fact", onclick: otherLanguage }, t("language")))),
    h("main", { class: "wall letters" }, letters.length ? letters.map(letter) : h("p", { class: "empty" }, t("noMails"))));
});
