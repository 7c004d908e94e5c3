using Workflows.Marketing.Limits.Safety;
using Workflows.Rules.Catalog;
using Workflows.Rules.Json;
using Workflows.Rules.Model;

namespace Workflows.Marketing.Limits.Rules;

/// <summary>The limits in force: those published, or those the product brings where none are. Never none.</summary>
/// <param name="catalog">The published rule sets.</param>
/// <param name="safety">Whether the limits of communities are asked; null where they always are.</param>
public sealed class LimitRuleBook(RuleSetCatalog catalog, CommunitySafety? safety = null)
{
    private sealed record Known(PublishedRuleSet Published, bool IsSafe, LimitRules Rules);

    private static readonly Lazy<LimitRules> Brought = new(() =>
    {
        var reading = RuleSetReader.Read(Text());
        return LimitReader.Read(reading.RuleSets![0]).Rules!;
    });

    private static readonly Lazy<LimitRules> Loosened = new(() =>
        LimitReader.Read(Without(RuleSetReader.Read(Text()).RuleSets![0])).Rules!
    );

    private volatile Known? _known;

    /// <summary>What the catalogue has to know to publish limits.</summary>
    public static RuleSetUse Use { get; } = new(LimitRules.Shape, LimitCeilings.Review);

    /// <summary>The limits that the product brings.</summary>
    public static LimitRules Shipped => Brought.Value;

    /// <summary>The document of the limits that the product brings.</summary>
    public static string Text()
    {
        using var stream = typeof(LimitRuleBook).Assembly.GetManifestResourceStream($"{LimitRules.Name}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The limits in force at an instant.</summary>
    public async ValueTask<LimitRules> GetAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var isSafe = safety is null || await safety.IsOnAsync(cancellationToken);
        var brought = isSafe ? Shipped : Loosened.Value;
        if (await catalog.GetAsync(LimitRules.Name, at, cancellationToken) is not { } published)
        {
            return brought;
        }

        if (_known is { } known && ReferenceEquals(known.Published, published) && known.IsSafe == isSafe)
        {
            return known.Rules;
        }

        // What an older product published may not be readable any more: its limits give way to those brought.
        var rules = LimitReader.Read(isSafe ? published.RuleSet : Without(published.RuleSet)).Rules ?? brought;
        _known = new Known(published, isSafe, rules);
        return rules;
    }

    private static RuleSet Without(RuleSet ruleSet) =>
        ruleSet with
        {
            Rules = [.. ruleSet.Rules.Where(rule => !CommunitySafety.Limits.Contains(rule.Name))],
        };
}
