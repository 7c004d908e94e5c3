using Workflows.Rules.Model;

namespace Workflows.Rules.Catalog;

/// <summary>
/// The versions of a rule set that can be in force, the newest first. Of those in force at an instant, the newest is asked;
/// nothing is seen behind a version without dates.
/// </summary>
internal sealed class RuleSetTimeline(IReadOnlyList<PublishedRuleSet> versions)
{
    private readonly PublishedRuleSet[] _versions = [.. versions];

    public PublishedRuleSet Newest => _versions[0];

    public IReadOnlyList<PublishedRuleSet> Versions => _versions;

    /// <summary>The version in force, or null. Allocates nothing.</summary>
    public PublishedRuleSet? At(DateTimeOffset at)
    {
        foreach (var version in _versions)
        {
            if (version.Period.Contains(at))
            {
                return version;
            }
        }

        return null;
    }

    /// <summary>Of all versions, newest first, those that can be seen.</summary>
    public static IEnumerable<RuleSetVersion> Visible(IEnumerable<RuleSetVersion> versions)
    {
        foreach (var version in versions)
        {
            yield return version;
            if (version.Period == RulePeriod.Always)
            {
                yield break;
            }
        }
    }
}
