namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Several definitions by their ids, or several versions by theirs.</summary>
internal sealed record DefinitionIdsBody(string[]? DefinitionIds, string[]? Ids, bool? IncludeConsumingWorkflows)
{
    private const int Most = 1_000;

    public IEnumerable<string> Definitions => (DefinitionIds ?? []).Distinct(StringComparer.Ordinal).Take(Most);

    public IEnumerable<string> Versions => (Ids ?? []).Distinct(StringComparer.Ordinal).Take(Most);
}
