using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Messaging;
using Workflows.Rules.Model;

namespace Workflows.Marketing.Limits.Rules;

/// <summary>
/// Compares a changed <c>contact-limits</c> with what law, platform and good practice allow. Law and platform are errors;
/// what articles advise (S0-44, S0-45, S1-13, S2-43) may be raised, with a warning.
/// </summary>
internal static class LimitCeilings
{
    private static readonly string[] Purposes = ["marketing", "service"];

    private static readonly LimitCeiling[] All =
    [
        .. Everything(send => send with { IsRefused = true }).Select(send => Law("opted_out", send, "PIPL Art. 24")),
        .. Hours(Send("Sms")).Select(send => Law("sms_consent", send, "通信短信息服务管理规定")),
        Platform("wecom_contact_monthly", Send("Private") with { Channel = "wecom" }, 30, "WeCom path/92135"),
        Platform("wecom_group_monthly", Send("Group") with { Channel = "wecom" }, 30, "WeCom path/92135"),
        Platform("wecom_remind_daily", Send("StaffTask") with { Kind = "remind" }, 3, "WeCom path/97610"),
        Platform("wecom_robot_minute", Send("Webhook") with { Channel = "wecom-robot" }, 20, "WeCom path/91770"),
        Platform("wecom_member_minute", Send("StaffTask") with { Channel = "wecom-app" }, 30, "WeCom path/90454"),
        Platform("wecom_member_hour", Send("StaffTask") with { Channel = "wecom-app" }, 1000, "WeCom path/90454"),
        Advice("group_sop_daily", Send("Group") with { Kind = "sop" }, 3, "S0-45"),
        Advice("group_sop_daily", Send("Sidebar") with { Kind = "sop" }, 3, "S0-45"),
        Advice("staff_sales_moments_daily", Send("Moments") with { Kind = "sales" }, 3, "S2-43"),
        Advice(
            "newcomer_promo",
            Send("Private") with
            {
                Kind = "offer",
                Stage = RelationshipStage.Stranger,
            },
            1,
            "S1-13"
        ),
        Advice("staff_sales_moments_daily", Send("Moments") with { Kind = "offer" }, 3, "S2-43"),
        Advice("bot_groups", Send("StaffTask") with { Kind = "bot-group" }, 200, "S0-44"),
    ];

    /// <summary>Reads and compares; what publishing says of a document beside its types.</summary>
    public static IReadOnlyList<Diagnostic> Review(RuleSet ruleSet, string path)
    {
        var reading = LimitReader.Read(ruleSet, path);
        return reading.Rules is { } rules
            ?
            [
                .. reading.Diagnostics,
                .. All.Where(ceiling => !Holds(rules, ceiling))
                    .DistinctBy(above => above.Code, StringComparer.Ordinal)
                    .Select(above => Say(above, path)),
            ]
            : reading.Diagnostics;
    }

    private static bool Holds(LimitRules rules, LimitCeiling ceiling)
    {
        var count = new LimitCount(ceiling.Used, ceiling.Used);
        return rules
            .Limits.Index()
            .Any(limit =>
                string.Equals(limit.Item.Code, ceiling.Code, StringComparison.Ordinal)
                && rules.Stops(limit.Index, ceiling.Send, count)
            );
    }

    private static Diagnostic Say(LimitCeiling above, string path) =>
        new(
            LimitCodes.AboveSource,
            $"The limit '{above.Code}' is missing or lets more through than {above.Source} allows.",
            $"{path}.Rules",
            Remedy: "Write the value of the source or a smaller one.",
            Severity: above.Severity
        );

    // A law holds at every hour, on every carrier and for every purpose.
    private static IEnumerable<LimitedSend> Everything(Func<LimitedSend, LimitedSend> change) =>
        Enum.GetNames<Carrier>()
            .SelectMany(carrier =>
                Purposes.SelectMany(purpose => Hours(change(Send(carrier) with { Purpose = purpose })))
            );

    private static IEnumerable<LimitedSend> Hours(LimitedSend send) =>
        Enumerable.Range(0, 24).Select(hour => send with { At = send.At.AddHours(hour - 12) });

    // Noon of a day in a month of 30 days, in a message that every scope concerns.
    private static LimitedSend Send(string carrier) =>
        new()
        {
            Id = new MessageKey(1, "example"),
            Carrier = carrier,
            Purpose = "marketing",
            Contact = "contact",
            Group = "group",
            Staff = "staff",
            Sender = "sender",
            Task = "task",
            At = new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero),
        };

    private static LimitCeiling Law(string code, LimitedSend send, string source) =>
        new(code, send, 0, source, DiagnosticSeverity.Error);

    private static LimitCeiling Platform(string code, LimitedSend send, decimal used, string source) =>
        new(code, send, used, source, DiagnosticSeverity.Error);

    private static LimitCeiling Advice(string code, LimitedSend send, decimal used, string source) =>
        new(code, send, used, source, DiagnosticSeverity.Warning);
}
