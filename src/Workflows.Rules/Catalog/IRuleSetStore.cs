using Workflows.Rules.Model;

namespace Workflows.Rules.Catalog;

/// <summary>Keeps every published version of every rule set; names are case-insensitive.</summary>
public interface IRuleSetStore
{
    /// <summary>Finds the newest version of a rule set.</summary>
    /// <returns>The version, or null when nothing was published under the name.</returns>
    Task<RuleSetVersion?> FindAsync(string name, CancellationToken ct);

    /// <summary>Lists the newest version of every rule set, by name.</summary>
    Task<IReadOnlyList<RuleSetVersion>> ListAsync(CancellationToken ct);

    /// <summary>Lists every version of a rule set, the newest first; empty when nothing was published under the name.</summary>
    Task<IReadOnlyList<RuleSetVersion>> VersionsAsync(string name, CancellationToken ct);

    /// <summary>Stores a document as the next version; publishing the text of the newest version again gives that version back.</summary>
    /// <param name="name">The rule set's name.</param>
    /// <param name="json">The document.</param>
    /// <param name="period">When the version is in force.</param>
    /// <param name="at">The instant of publication.</param>
    /// <param name="ct">Cancels.</param>
    Task<RuleSetVersion> PublishAsync(
        string name,
        string json,
        RulePeriod period,
        DateTimeOffset at,
        CancellationToken ct
    );
}
