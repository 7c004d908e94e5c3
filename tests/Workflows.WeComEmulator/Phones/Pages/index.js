import { avatar, clock, day, get, h, live } from "./parts.js";
import { otherLanguage, t } from "./texts.js";

const entry = (kind, item) =>
  h("a", { class: "tile", href: `/phones/${kind}/${encodeURIComponent(item.id)}`, "data-id": item.id },
    avatar(item.name),
    h("span", { class: "tile-text" },
      h("strong", {}, item.name),
      h("small", {}, item.subtitle || (kind === "customers" ? t("strangers") : ""))),
    item.count > 0 && h("span", { class: kind === "staff" ? "badge" : "badge quiet" }, `${item.count}`));

const poster = (item) =>
  h("figure", { class: `poster ${item.isGroup ? "group" : ""}` },
    h("img", { src: `/qr/${item.configId}`, alt: item.title, loading: "lazy" }),
    h("figcaption", {}, h("strong", {}, item.title), h("small", {}, `${item.isGroup ? t("posterGroup") : t("posterMember")} · ${item.state ?? ""}`)));

live(async () => {
  const world = await get("phones");
  document.title = `${world.company} · ${t("title")}`;
  document.body.replaceChildren(
    h("header", { class: "masthead" },
      h("div", {}, h("h1", {}, world.company), h("p", {}, t("lead"))),
      h("div", { class: "facts" },
        h("span", { class: "fact" }, `${day(world.now)} ${clock(world.now)}`),
        h("span", { class: "fact" }, `${t("callback")}: ${world.callback ?? t("none")}`),
        h("a", { class: `fact ${world.violations ? "bad" : ""}`, href: "/_emu/violations" }, `${world.violations} ${t("violations")}`),
        h("a", { class: "fact", href: "/mail" }, `${world.mails} ${t("mails")}`),
        h("a", { class: "fact", href: "/_emu/log" }, t("log")),
        h("button", { class: "fact", onclick: otherLanguage }, t("language")))),
    h("main", { class: "columns" },
      h("section", {}, h("h2", {}, t("customers")), h("div", { class: "tiles" }, world.customers.map((item) => entry("customers", item)))),
      h("section", {}, h("h2", {}, t("staff")), h("div", { class: "tiles" }, world.staff.map((item) => entry("staff", item))))),
    h("section", { class: "wall" }, h("h2", {}, t("posters")), h("div", { class: "posters" }, world.posters.map(poster))));
});
