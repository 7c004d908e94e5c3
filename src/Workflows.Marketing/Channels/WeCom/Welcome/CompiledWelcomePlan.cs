using Workflows.Marketing.Journeys;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>A plan ready to be asked; immutable, and safe on every thread.</summary>
internal sealed class CompiledWelcomePlan
{
    private readonly (WelcomeRule Rule, WelcomeText? Text)[] _rules;

    public CompiledWelcomePlan(WelcomePlan plan, int version)
    {
        Version = version;
        _rules = [.. plan.Rules.Select(rule => (rule, rule.LeftToJourney ? null : WelcomeText.Of(rule.Text)))];
        NeedsStaff = plan.Rules.Any(rule =>
            rule.Stores.Count > 0
            || rule.Text.Contains("staff", StringComparison.Ordinal)
            || rule.Text.Contains("store", StringComparison.Ordinal)
        );
    }

    /// <summary>0 before the first was published.</summary>
    public int Version { get; }

    /// <summary>Whether the staff register has to be asked before a rule can be chosen or filled in.</summary>
    public bool NeedsStaff { get; }

    /// <summary>The first rule that fits and its text; null when none does or a journey speaks.</summary>
    public (WelcomeRule Rule, WelcomeText Text)? Choose(Newcomer newcomer)
    {
        var (rule, text) = Array.Find(_rules, one => Fits(one.Rule, newcomer));
        return text is null ? null : (rule, text);
    }

    private static bool Fits(WelcomeRule rule, Newcomer newcomer) =>
        Wishes.Grant(rule.States, newcomer.State)
        && Wishes.Grant(rule.Staff, newcomer.Staff)
        && Wishes.Grant(rule.Stores, newcomer.Store);
}
