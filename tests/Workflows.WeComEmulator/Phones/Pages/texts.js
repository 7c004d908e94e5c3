// Every word a person reads on these pages, in Chinese and English.
const zh = {
  title: "企业微信模拟器", phones: "手机", customers: "客户手机", staff: "员工手机", posters: "门店与活动二维码",
  lead: "这里没有真实的企业和客户：用这些手机扮演客户与员工，看看每个人实际收到了什么。",
  chats: "微信", moments: "朋友圈", scan: "扫一扫", tasks: "待办", notices: "通知", clients: "客户",
  noChats: "还没有聊天。点“扫一扫”，扫描一个门店二维码。", noMoments: "朋友圈里还没有内容。",
  noTasks: "没有待发送的任务。", noNotices: "没有通知。", noClients: "还没有客户。",
  say: "说点什么…", send: "发送", deleteFriend: "删除好友", quit: "退出群聊", notFriend: "你们已不是好友",
  scanCode: "识别二维码", openLink: "打开链接", posterMember: "加员工", posterGroup: "加群",
  added: "已添加", requested: "已发送好友申请，等待对方通过", known: "已经是好友或群成员", joined: "已加入群聊", full: "名额已满", invalid: "二维码已失效",
  scanTitle: "把镜头对准一个二维码", close: "关闭", back: "返回", like: "赞", liked: "已赞", comment: "评论", writeComment: "写评论…",
  confirm: "确认发送", publish: "发表", ignore: "忽略", onlyFirst: "只发给第一位",
  pending: "待确认", ignored: "已忽略", sent: "已发送", cancelled: "已取消",
  kindCustomers: "群发给客户", kindGroups: "群发到客户群", kindMoments: "发表到客户朋友圈", to: "发送给", people: "人", person: "人", groups: "个群",
  accept: "通过", request: "请求添加你为好友", remind: "管理员提醒你发送", app: "应用消息", automatic: "自动确认已开启", manual: "需要手动确认",
  messages: "条消息", waiting: "项待办", strangers: "尚未添加员工", callback: "回调", none: "未设置", violations: "违规", log: "接收日志",
  image: "图片", video: "视频", file: "文件", miniprogram: "小程序", welcome: "欢迎语", groupMembers: "人",
  transfer: "您的服务将由新同事接替", refuse: "拒绝", reply: "回复", pendingRequest: "好友申请等待通过", language: "English", state: "渠道",
  mail: "邮件", mails: "封邮件", noMails: "还没有邮件。", mailLead: "服务器发出的每一封邮件都到这里，不会送到任何真实邮箱。", unsubscribe: "退订",
};
const en = {
  title: "WeCom emulator", phones: "Phones", customers: "Customers' phones", staff: "Staff phones", posters: "QR codes in stores and campaigns",
  lead: "No real company, no real customers: play both with these phones and see what everybody really receives.",
  chats: "Chats", moments: "Moments", scan: "Scan", tasks: "Tasks", notices: "Notices", clients: "Customers",
  noChats: "No chats yet. Tap “Scan” and scan the QR code of a store.", noMoments: "Nothing in Moments yet.",
  noTasks: "Nothing waits to be sent.", noNotices: "No notices.", noClients: "No customers yet.",
  say: "Say something…", send: "Send", deleteFriend: "Delete friend", quit: "Leave group", notFriend: "You are not friends any more",
  scanCode: "Scan this code", openLink: "Open link", posterMember: "Add staff", posterGroup: "Join group",
  added: "Added", requested: "Request sent, waiting for the other side", known: "You are there already", joined: "You joined the group", full: "No place left", invalid: "This code is not valid any more",
  scanTitle: "Point the camera at a QR code", close: "Close", back: "Back", like: "Like", liked: "Liked", comment: "Comment", writeComment: "Write a comment…",
  confirm: "Confirm and send", publish: "Publish", ignore: "Ignore", onlyFirst: "First one only",
  pending: "waiting", ignored: "ignored", sent: "sent", cancelled: "cancelled",
  kindCustomers: "Message to customers", kindGroups: "Message to groups", kindMoments: "Post in customers' Moments", to: "To", people: "people", person: "person", groups: "groups",
  accept: "Accept", request: "wants to add you", remind: "Reminder to send", app: "App message", automatic: "Confirms by itself", manual: "Waits for your touch",
  messages: "messages", waiting: "waiting", strangers: "knows no staff yet", callback: "Callback", none: "not set", violations: "violations", log: "received messages",
  image: "Picture", video: "Video", file: "File", miniprogram: "Mini-program", welcome: "Welcome", groupMembers: "",
  transfer: "A new colleague is taking over:", refuse: "Refuse", reply: "Reply", pendingRequest: "Friend request waits for", language: "中文", state: "channel",
  mail: "E-mails", mails: "e-mails", noMails: "No e-mails yet.", mailLead: "Every e-mail the server sends arrives here, and in no real mailbox.", unsubscribe: "Unsubscribe",
};

const asked = new URLSearchParams(location.search).get("lang");
if (asked) localStorage.setItem("lang", asked);
export const lang = (localStorage.getItem("lang") ?? navigator.language).startsWith("zh") ? "zh" : "en";
document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
export const t = (name) => (lang === "zh" ? zh : en)[name] ?? name;
export const otherLanguage = () => {
  localStorage.setItem("lang", lang === "zh" ? "en" : "zh");
  const url = new URL(location.href);
  url.searchParams.delete("lang");
  location.replace(url);
};
