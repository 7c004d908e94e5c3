namespace Workflows.Rules.Catalog;

/// <summary>Keeps every published version of every rule set; names are case-insensitive.</summary>
public interface IRuleSetStore
{
    /// <summary>Finds the newest version of a rule set.</summary>
    /// <returns>The version, or null when nothing was published under the name.</returns>
    Task<RuleSetVersion?> FindAsync(string name, CancellationToken ct);

    /// <summary>Lists the newest version of every rule set, by name.</summary>
    Task<IReadOnlyList<RuleSetVersion>> ListAsync(CancellationToken ct);

    /// <summary>Stores a document as the next version; publishing the text of the newest version again gives that version back.</summary>
    Task<RuleSetVersion> PublishAsync(string name, string json, DateTimeOffset at, CancellationToken ct);
}
