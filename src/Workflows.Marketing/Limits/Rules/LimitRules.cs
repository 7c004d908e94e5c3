using Workflows.Expressions;
using Workflows.Rules.Compilation;

namespace Workflows.Marketing.Limits.Rules;

/// <summary>The rule set <c>contact-limits</c>, ready to be asked limit by limit; immutable, safe on every thread.</summary>
public sealed class LimitRules
{
    /// <summary>The name under which the limits are published.</summary>
    public const string Name = "contact-limits";

    private readonly TypedRuleSet<LimitedSend, LimitCount> _stops;
    private readonly TypedRuleSet<LimitedSend, LimitCount> _counts;
    private readonly TypedRuleSet<LimitedSend, LimitCount> _among;

    private readonly Dictionary<string, LimitPeriod?> _periods;

    internal LimitRules(
        IReadOnlyList<Limit> limits,
        LimitFacts asks,
        TypedRuleSet<LimitedSend, LimitCount> stops,
        TypedRuleSet<LimitedSend, LimitCount> counts,
        TypedRuleSet<LimitedSend, LimitCount> among
    )
    {
        (Limits, Asks, _stops, _counts, _among) = (limits, asks, stops, counts, among);
        _periods = limits.ToDictionary(limit => limit.Code, limit => limit.Period, StringComparer.Ordinal);
    }

    /// <summary><c>message</c>, a <see cref="LimitedSend"/>, and <c>count</c>, what the rule's own counter holds for it.</summary>
    public static InputShape Shape { get; } =
        InputShape.Of(("message", typeof(LimitedSend)), ("count", typeof(LimitCount)));

    /// <summary>The limits in the document's order.</summary>
    public IReadOnlyList<Limit> Limits { get; }

    /// <summary>What of a message has to be looked up for them; nothing else is.</summary>
    internal LimitFacts Asks { get; }

    /// <summary>How long messages count against a limit; null where nothing is counted or there is no such limit.</summary>
    internal LimitPeriod? PeriodOf(string code) => _periods.GetValueOrDefault(code);

    /// <summary>Whether a limit stops a message.</summary>
    internal bool Stops(int limit, LimitedSend send, LimitCount count) => _stops.Matches(limit, send, count);

    /// <summary>What sending the message adds to a limit's counter.</summary>
    internal LimitCount Adds(int limit, LimitedSend send)
    {
        var counts = _counts.Matches(limit, send, LimitCount.Zero);
        var among = _among.Matches(limit, send, LimitCount.Zero);
        return counts || among
            ? new LimitCount(
                !counts ? 0
                    : Limits[limit].CountsMoney ? send.Subsidy
                    : 1,
                among ? 1 : 0
            )
            : LimitCount.Zero;
    }
}
