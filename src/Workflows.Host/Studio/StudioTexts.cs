namespace Workflows.Host.Studio;

/// <summary>What our own pages say, in one language.</summary>
internal sealed record StudioTexts
{
    public required string Lang { get; init; }
    public required string Product { get; init; }
    public required string Journeys { get; init; }
    public required string Instances { get; init; }
    public required string OtherLanguage { get; init; }
    public required string OtherLang { get; init; }
    public required string SignIn { get; init; }
    public required string SignOut { get; init; }
    public required string Name { get; init; }
    public required string Password { get; init; }
    public required string WrongPassword { get; init; }
    public required string NeedsHttps { get; init; }
    public required string Setup { get; init; }
    public required string SetupText { get; init; }
    public required string Create { get; init; }
    public required string LinkUsed { get; init; }
    public required string NotInstalled { get; init; }
    public required string Loading { get; init; }
    public required string ReadOnly { get; init; }
    public required string Failed { get; init; }
    public required IReadOnlyList<string> Roles { get; init; }

    private static readonly StudioTexts English = new()
    {
        Lang = Language.English,
        Product = "Workflows",
        Journeys = "Journeys",
        Instances = "Instances",
        OtherLanguage = "中文",
        OtherLang = Language.Chinese,
        SignIn = "Sign in",
        SignOut = "Sign out",
        Name = "Name",
        Password = "Password",
        WrongPassword =
            "Name and password do not fit, or there were too many attempts. Wait five minutes and try again.",
        NeedsHttps = "Signing in from another machine needs https.",
        Setup = "The first administrator",
        SetupText = "Nobody can sign in yet. Choose the name and password of the first administrator.",
        Create = "Create and sign in",
        LinkUsed =
            "This link has been used, or the server has started again since. The server prints a new one when it starts, as long as there is nobody.",
        NotInstalled =
            "The designer is not installed here. Run npm ci in the folder studio, then start the server again.",
        Loading = "Loading the designer …",
        ReadOnly = "You may look, not change.",
        Failed = "The server could not do this. Try again, or reload the page.",
        Roles = ["Viewer", "Operator", "Consultant", "Developer", "Administrator"],
    };

    private static readonly StudioTexts Chinese = new()
    {
        Lang = Language.Chinese,
        Product = "Workflows",
        Journeys = "旅程",
        Instances = "实例",
        OtherLanguage = "English",
        OtherLang = Language.English,
        SignIn = "登录",
        SignOut = "退出",
        Name = "用户名",
        Password = "密码",
        WrongPassword = "用户名或密码不对，或者尝试次数过多。请等五分钟再试。",
        NeedsHttps = "从其他机器登录需要 https。",
        Setup = "第一位管理员",
        SetupText = "还没有人可以登录。请设置第一位管理员的用户名和密码。",
        Create = "创建并登录",
        LinkUsed = "这个链接已经用过，或者服务重新启动过。只要还没有用户，服务启动时会打印新的链接。",
        NotInstalled = "这里还没有安装设计器。请在 studio 目录运行 npm ci，然后重启服务。",
        Loading = "正在加载设计器……",
        ReadOnly = "只能查看，不能修改。",
        Failed = "服务器没有完成这个操作。请重试，或刷新页面。",
        Roles = ["查看者", "运营", "顾问", "开发", "管理员"],
    };

    public static StudioTexts Of(HttpContext context) => Language.IsChinese(Language.Of(context)) ? Chinese : English;
}
