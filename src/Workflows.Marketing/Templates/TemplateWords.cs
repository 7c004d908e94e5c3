namespace Workflows.Marketing.Templates;

/// <summary>The words that templates choose from, so that galleries can filter and compare.</summary>
public static class TemplateWords
{
    /// <summary>Whom a template fits.</summary>
    public static IReadOnlyList<string> Industries { get; } =
    [
        "any",
        "beauty",
        "business-services",
        "catering",
        "convenience",
        "decoration",
        "education",
        "finance",
        "games",
        "health",
        "home",
        "jewellery",
        "knowledge",
        "medical-aesthetics",
        "mother-baby",
        "personal-care",
        "pharmacy",
        "real-estate",
        "retail",
        "training",
    ];

    /// <summary>The stages of a private domain.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["0-1", "1-10", "10-100"];

    /// <summary>How a template sells, as the rule sets of plays say it.</summary>
    public static IReadOnlyList<string> Plays { get; } = ["oneToMany", "oneToOne", "community", "service", "any"];

    /// <summary>Where something is said.</summary>
    public static IReadOnlyList<string> Carriers { get; } =
    [
        "private",
        "group",
        "moments",
        "sidebar",
        "official-account",
        "mini-program",
        "sms",
        "call",
        "package-card",
        "email",
        "live",
        "staff-task",
    ];

    /// <summary>Who works in a private domain.</summary>
    public static IReadOnlyList<string> Roles { get; } =
    [
        "sponsor",
        "lead",
        "contentOps",
        "copywriter",
        "growthOps",
        "userOps",
        "communitySales",
        "customerService",
        "ipOwner",
        "storeManager",
        "guide",
        "groupOwner",
        "greeter",
        "explainer",
        "hqPlatform",
        "regionalHead",
        "dataAnalyst",
        "distributor",
        "groupBuyLeader",
        "consultant",
        "developer",
        "approver",
        "complianceReviewer",
    ];

    /// <summary>How high somebody stands.</summary>
    public static IReadOnlyList<string> Ranks { get; } = ["executive", "manager", "member"];

    /// <summary>Figures; the first ones may decide, those of <see cref="SecondaryMetrics"/> may not.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
    [
        "contentClicks",
        "gmv",
        "scanToJoin",
        "addFanRate",
        "drainageRate",
        "salesConversion",
        "repurchaseRate",
        "multiCategoryRate",
        "averageOrderValue",
        "ordersPerCustomer",
        "retained30",
        "serviceRating",
        "responseTime",
        "reach",
        "reactivationRate",
        "appointments",
        "leads",
        "deletionsAfterSend",
        "courseCompletion",
        "checkInRate",
        "kFactor",
        "activity",
        "interactionRate",
        "fans",
    ];

    /// <summary>Figures that look good and prove nothing: never primary (S0-47, S1-10).</summary>
    public static IReadOnlyList<string> SecondaryMetrics { get; } = ["activity", "interactionRate", "fans"];

    /// <summary>What a template may be for first (S0-09).</summary>
    public static IReadOnlyList<string> Goals { get; } = ["revenue", "service", "brand"];

    /// <summary>Kinds of content.</summary>
    public static IReadOnlyList<string> ContentKinds { get; } =
    ["text", "picture", "link", "mini-program", "article", "video", "poster", "script", "course", "check-in"];
}
