using Workflows.Marketing.Limits.Rules;

namespace Workflows.Marketing.Limits;

/// <summary>One limit, as its rule in <c>contact-limits</c> says.</summary>
/// <param name="Code">The reason code that a stopped message carries: the rule's name.</param>
/// <param name="Scope">Whose messages are counted together.</param>
/// <param name="Period">How long a message counts; null where nothing is counted.</param>
/// <param name="Action">What becomes of a message that it stops.</param>
/// <param name="Source">Where it comes from: an article's id, the platform's document, a law.</param>
/// <param name="Title">What it says in one line.</param>
/// <param name="TitleZh">The same in Chinese.</param>
/// <param name="Value">Its threshold as written: the parameter <c>max</c>; null where there is none.</param>
/// <param name="CountsMoney">Whether it counts the subsidy of messages instead of messages.</param>
public sealed record Limit(
    string Code,
    LimitScope Scope,
    LimitPeriod? Period,
    LimitAction Action,
    string Source,
    string Title,
    string TitleZh,
    string? Value,
    bool CountsMoney
)
{
    /// <summary>Who asks for it.</summary>
    public LimitAuthority Authority { get; init; } = LimitAuthority.Practice;

    /// <summary>The period as written; null where nothing is counted.</summary>
    public string? PeriodText { get; init; }

    /// <summary>
    /// After what time a message that it defers is judged again, where no time of its own frees it, such as an offer that waits for other
    /// messages to come first; null where the end is worked out.
    /// </summary>
    public TimeSpan? Again { get; init; }
}
