using System.Collections.Frozen;

namespace Workflows.Marketing.Channels.WeCom.Errors;

/// <summary>The error codes of WeCom (全局错误码) that this product can meet, and what each asks us to do.</summary>
internal static class WeComErrors
{
    /// <summary>The application may not call this one API.</summary>
    public const int NoRight = 48002;

    private static readonly WeComError Fine = new(0, WeComErrorKind.None, "请求成功", "Success.");

    /// <summary>Every code we know, success left out.</summary>
    public static IReadOnlyList<WeComError> All { get; } =
    [
        new(-1, WeComErrorKind.Busy, "系统繁忙，此时请开发者稍候再试", "The system is busy."),
        new(
            40001,
            WeComErrorKind.Configuration,
            "不合法的secret参数",
            "The secret is wrong: set Channels:WeCom:Secret to the application's secret."
        ),
        new(40003, WeComErrorKind.Recipient, "无效的UserID", "The userid is not valid."),
        new(40007, WeComErrorKind.Media, "不合法的media_id参数", "The media_id is not valid or has expired."),
        new(40008, WeComErrorKind.Refused, "不合法的msgtype参数", "The msgtype is not valid."),
        new(
            40013,
            WeComErrorKind.Configuration,
            "不合法的CorpID",
            "The company's id is wrong: set Channels:WeCom:CorpId."
        ),
        new(40014, WeComErrorKind.Token, "不合法的access_token", "The access token is not valid."),
        new(40031, WeComErrorKind.Recipient, "不合法的UserID列表", "The list of userids is not valid."),
        new(40032, WeComErrorKind.Refused, "不合法的UserID列表长度", "The list of userids is too long or empty."),
        new(40058, WeComErrorKind.Refused, "不合法的参数", "A parameter is not valid."),
        new(40063, WeComErrorKind.Refused, "参数为空", "A parameter is missing."),
        new(40068, WeComErrorKind.Refused, "不合法的标签ID", "The tag's id is not valid."),
        new(40071, WeComErrorKind.Refused, "不合法的标签名字", "The tag's name is not valid or taken."),
        new(40072, WeComErrorKind.Refused, "不合法的标签名字长度", "The tag's name is too long."),
        new(
            40091,
            WeComErrorKind.Configuration,
            "secret不合法",
            "The secret is wrong: set Channels:WeCom:Secret to the application's secret."
        ),
        new(40096, WeComErrorKind.Recipient, "不合法的外部联系人userid", "The external_userid is not valid."),
        new(40097, WeComErrorKind.Refused, "该成员尚未离职", "The member has not left."),
        new(40098, WeComErrorKind.Sender, "成员尚未实名认证", "The member has not verified their name."),
        new(40099, WeComErrorKind.Quota, "外部联系人的数量已达上限", "The member has as many customers as allowed."),
        new(
            40100,
            WeComErrorKind.Refused,
            "此用户的外部联系人已经在转移流程中",
            "The member's customers are being transferred already."
        ),
        new(
            40126,
            WeComErrorKind.Quota,
            "企业标签个数达到上限，最多为3000个",
            "The company has 3,000 tags, the most there can be."
        ),
        new(
            40128,
            WeComErrorKind.Quota,
            "客户转接过于频繁（90天内只允许转接一次，同一个客户最多只能转接两次）",
            "The customer was transferred too often within 90 days."
        ),
        new(40129, WeComErrorKind.Refused, "当前客户正在转接中", "The customer is being transferred already."),
        new(
            40130,
            WeComErrorKind.Refused,
            "原跟进人与接手人一样，不可继承",
            "The old and the new member are the same."
        ),
        new(
            40131,
            WeComErrorKind.NotAFriend,
            "handover_userid 并不是外部联系人的跟进人",
            "The member does not serve this customer."
        ),
        new(41001, WeComErrorKind.Token, "缺少access_token参数", "The access token is missing."),
        new(41035, WeComErrorKind.Refused, "缺少外部联系人userid参数", "The external_userid is missing."),
        new(41041, WeComErrorKind.Quota, "「联系我」使用人数超过限制", "The contact way has too many members."),
        new(41045, WeComErrorKind.Quota, "API添加「联系我」达到数量上限", "There are as many contact ways as allowed."),
        new(41046, WeComErrorKind.Refused, "缺少企业群发消息id", "The msgid is missing."),
        new(41047, WeComErrorKind.Refused, "无效的企业群发消息id", "The msgid is not valid."),
        new(41048, WeComErrorKind.Nobody, "无可发送的客户", "None of the customers can be sent to."),
        new(
            41050,
            WeComErrorKind.Refused,
            "无效的欢迎语code",
            "The welcome code is not valid or older than 20 seconds."
        ),
        new(
            41051,
            WeComErrorKind.Refused,
            "客户和服务人员已经开始聊天了",
            "The chat has begun, or another welcome was sent."
        ),
        new(41054, WeComErrorKind.Sender, "该用户尚未激活", "The member is not active."),
        new(
            41055,
            WeComErrorKind.Quota,
            "群欢迎语模板数量达到上限",
            "There are 100 group welcome templates, the most there can be."
        ),
        new(41056, WeComErrorKind.Recipient, "外部联系人id类型不正确", "The external_userid is of the wrong type."),
        new(41063, WeComErrorKind.Busy, "群发消息正在被派发中，请稍后再试", "The mass message is being dispatched."),
        new(41064, WeComErrorKind.Refused, "附件大小超过限制", "An attachment is too large."),
        new(41065, WeComErrorKind.Refused, "无效的附件类型", "An attachment's type is not valid."),
        new(41066, WeComErrorKind.Refused, "用户视频号名称错误", "The name of the video channel is wrong."),
        new(41067, WeComErrorKind.Refused, "朋友圈moment_id类型错误", "The moment_id is of the wrong type."),
        new(41072, WeComErrorKind.Refused, "资源附件场景使用错误", "The file was uploaded for another use."),
        new(
            41078,
            WeComErrorKind.Limited,
            "创建朋友圈正在进行的异步任务总数超过了限制",
            "Too many Moments are being created."
        ),
        new(41079, WeComErrorKind.Busy, "朋友圈正在被派发中，请稍后再试", "The Moment is being dispatched."),
        new(42001, WeComErrorKind.Token, "access_token已过期", "The access token has expired."),
        new(
            42009,
            WeComErrorKind.Configuration,
            "suite_access_token已过期",
            "The suite token has expired: this application is not a third-party one; check its secret."
        ),
        new(45009, WeComErrorKind.Limited, "接口调用超过限制", "The API was called too often."),
        new(45033, WeComErrorKind.Busy, "接口并发调用超过限制", "Too many calls of the API at a time."),
        new(
            48002,
            WeComErrorKind.Configuration,
            "API接口无权限调用",
            "The application may not call this API: add it under 客户联系 → 可调用接口的应用."
        ),
        new(
            50003,
            WeComErrorKind.Configuration,
            "应用已禁用",
            "The application is disabled: enable it in the admin console."
        ),
        new(
            60011,
            WeComErrorKind.Sender,
            "指定的成员/部门/标签参数无权限",
            "The member is outside the application's visible range."
        ),
        new(
            60020,
            WeComErrorKind.Configuration,
            "访问ip不在白名单之中",
            "This server's address is not trusted: add it to 企业可信IP."
        ),
        new(60111, WeComErrorKind.Sender, "UserID不存在", "There is no such member."),
        new(60136, WeComErrorKind.Refused, "记录不存在", "There is no such record."),
        new(
            81013,
            WeComErrorKind.Sender,
            "UserID、部门ID、标签ID全部非法或无权限",
            "None of the members is there or visible."
        ),
        new(81017, WeComErrorKind.Refused, "请求个数超过限制", "Too much is asked for at once."),
        new(84061, WeComErrorKind.NotAFriend, "不存在外部联系人的关系", "The customer is not a friend of the member."),
        new(84069, WeComErrorKind.Quota, "拨打方被限制拨打公费电话", "The caller may not call."),
        new(84074, WeComErrorKind.Sender, "没有外部联系人权限", "The member has no right to customer contact."),
        new(90500, WeComErrorKind.Refused, "群主并未离职", "The group's owner has not left."),
        new(90501, WeComErrorKind.Refused, "该群不是客户群", "The group is not a customer group."),
        new(90507, WeComErrorKind.Busy, "离职群正在继承处理中", "The group is being inherited."),
        new(95001, WeComErrorKind.Quota, "发送客服消息次数限制", "No further service message is allowed."),
        new(95007, WeComErrorKind.Refused, "不合法的msgtoken", "The msgtoken is not valid."),
        new(95013, WeComErrorKind.Refused, "会话已经结束", "The session is over."),
        new(95014, WeComErrorKind.Sender, "用户不是接待人员", "The member is not a receptionist."),
        new(
            95017,
            WeComErrorKind.Configuration,
            "系统应用权限下，api开关处于关闭状态",
            "The API is switched off: switch it on in the admin console."
        ),
        new(
            301002,
            WeComErrorKind.Configuration,
            "无权限操作指定的应用",
            "The application may not be used with this secret: check Channels:WeCom:AgentId."
        ),
    ];

    private static readonly FrozenDictionary<int, WeComError> ByCode = All.ToFrozenDictionary(error => error.Code);

    /// <summary>The error of a code; one we do not know is refused for good, under its own number.</summary>
    public static WeComError Of(int code) =>
        code == 0 ? Fine
        : ByCode.TryGetValue(code, out var error) ? error
        : new WeComError(code, WeComErrorKind.Refused, "未知错误码", "An error this version does not know.");

    /// <summary>Whether it is one that we have no words for.</summary>
    public static bool IsUnknown(WeComError error) => !ByCode.ContainsKey(error.Code) && error != Fine;
}
