using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Comparison;

namespace Workflows.Host.Api;

/// <summary>A change as <c>--json</c> and the API show it.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Rule">The rule it is about; absent for what belongs to the whole set.</param>
/// <param name="Message">The change in a sentence.</param>
/// <param name="Before">How it was.</param>
/// <param name="After">How it is.</param>
internal sealed record ChangeBody(ChangeKind Kind, string? Rule, string Message, string? Before, string? After)
{
    public static ChangeBody From(RuleChange change, Language language) =>
        new(change.Kind, change.Rule, change.Message.In(language), change.Before, change.After);
}
