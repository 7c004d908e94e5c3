using Workflows.Expressions.Diagnostics;

namespace Workflows.Host.Commands.Contacts;

/// <summary>The product's own words about a customer, as people read them; a word that is somebody else's stays as it is.</summary>
internal sealed class ContactWords(Language language)
{
    private static readonly Dictionary<string, (string English, string Chinese)> Known = new(StringComparer.Ordinal)
    {
        ["nurturing"] = ("nurturing", "养育型"),
        ["conversion"] = ("conversion", "转化型"),
        ["client"] = ("client", "客户型"),
        ["stranger"] = ("stranger", "外人"),
        ["acquainted"] = ("acquainted", "相识"),
        ["trusted"] = ("trusted", "信任"),
        ["insider"] = ("insider", "自己人"),
        ["Assigned"] = ("assigned", "已分配"),
        ["Exists"] = ("friends", "好友"),
        ["Lost"] = ("lost", "已失去"),
        ["Held"] = ("place held", "占位"),
        ["Joined"] = ("joined", "已入群"),
        ["Left"] = ("left", "已退群"),
        ["marketing"] = ("marketing", "营销"),
        ["service"] = ("service", "服务"),
        ["event"] = ("event", "事件"),
        ["message"] = ("message", "消息"),
        ["change"] = ("change", "变更"),
        ["Pool"] = ("pool", "私域池"),
        ["Stage"] = ("stage", "关系阶段"),
        ["Persona"] = ("persona", "人设"),
        ["Tag"] = ("tag", "标签"),
        ["Group"] = ("group", "客户群"),
        ["Staff"] = ("staff", "员工"),
        ["Attribute"] = ("attribute", "属性"),
        ["Merge"] = ("merge", "合并"),
        ["contact.joined"] = ("joined", "加入"),
        ["contact.imported"] = ("imported", "导入"),
        ["contact.opted-out"] = ("opted out", "退订"),
        ["contact.opted-in"] = ("opted in", "同意接收"),
        ["location.shared"] = ("shared the position", "分享了位置"),
        ["location.declined"] = ("did not share the position", "不同意分享位置"),
        ["order.paid"] = ("order paid", "订单付款"),
        ["order.refunded"] = ("order refunded", "订单退款"),
        ["relation.added"] = ("friend added", "加为好友"),
        ["relation.lost"] = ("friend lost", "失去好友"),
        ["wecom.friend_added"] = ("friend added in WeCom", "企业微信加好友"),
        ["wecom.friend_lost"] = ("deleted us in WeCom", "在企业微信删除了我们"),
        ["wecom.friend_removed"] = ("removed in WeCom", "被员工删除"),
        ["wecom.tag_given"] = ("tagged in WeCom", "企业微信打标签"),
        ["wecom.tag_taken"] = ("tag taken off in WeCom", "企业微信去标签"),
        ["wecom.profile_changed"] = ("profile changed in WeCom", "企业微信资料变更"),
        ["wecom.moment_liked"] = ("liked a Moment", "点赞朋友圈"),
        ["wecom.moment_commented"] = ("commented a Moment", "评论朋友圈"),
        ["group.joined"] = ("joined a group", "加入客户群"),
        ["group.left"] = ("left a group", "退出客户群"),
        ["page.viewed"] = ("page viewed", "浏览页面"),
        ["link.clicked"] = ("link clicked", "点击链接"),
        ["sms.replied"] = ("replied by SMS", "短信回复"),
    };

    /// <summary>The word in the reader's language.</summary>
    public string Of(string word) =>
        Known.TryGetValue(word, out var said)
            ? language == Language.Chinese
                ? said.Chinese
                : said.English
            : word;

    /// <summary>A state in the reader's language.</summary>
    public string Of<T>(T state)
        where T : struct, Enum => Of(state.ToString());
}
