using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;

namespace Workflows.Host.Api;

/// <summary>A limit as the API shows it.</summary>
/// <param name="Code">The reason code that stopped messages carry.</param>
/// <param name="Title">What it says, in the caller's language.</param>
/// <param name="Value">The threshold as the rule set writes it; absent where there is none.</param>
/// <param name="Source">The article, platform document or law it comes from.</param>
/// <param name="Authority">Who asks for it: <c>law</c>, <c>platform</c>, <c>article</c> or <c>practice</c>.</param>
/// <param name="Scope">Whose messages are counted together; absent where nothing is counted.</param>
/// <param name="Period">How long a message counts; absent where nothing is counted.</param>
/// <param name="Counts"><c>messages</c> or <c>money</c>; absent where nothing is counted.</param>
/// <param name="Action">What becomes of a message that it stops: <c>defer</c> or <c>drop</c>.</param>
/// <param name="DeferredToday">How often it made a message wait today.</param>
/// <param name="DroppedToday">How many messages it stopped for good today.</param>
internal sealed record LimitBody(
    string Code,
    string Title,
    string? Value,
    string Source,
    string Authority,
    string? Scope,
    string? Period,
    string? Counts,
    string Action,
    long DeferredToday,
    long DroppedToday
)
{
    public static LimitBody From(Limit limit, LimitHits? today, Language language)
    {
        var isCounted = limit.Scope != LimitScope.None;
        return new LimitBody(
            limit.Code,
            language == Language.Chinese ? limit.TitleZh : limit.Title,
            limit.Value,
            limit.Source,
            Word(limit.Authority),
            isCounted ? Word(limit.Scope) : null,
            limit.PeriodText,
            !isCounted ? null
                : limit.CountsMoney ? "money"
                : "messages",
            Word(limit.Action),
            today?.Deferred ?? 0,
            today?.Dropped ?? 0
        );
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
