using System.Text.Json;
using Workflows.Rules.Catalog;

namespace Workflows.Host.Api;

/// <summary>A published rule set as the API shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its newest version, from 1.</param>
/// <param name="PublishedAt">When that was published.</param>
/// <param name="Document">The RulesEngine document; left out in lists.</param>
internal sealed record RuleSetBody(string Name, int Version, DateTimeOffset PublishedAt, JsonElement? Document)
{
    public static RuleSetBody Brief(RuleSetVersion version) =>
        new(version.Name, version.Version, version.PublishedAt, null);

    public static RuleSetBody Full(RuleSetVersion version) =>
        new(version.Name, version.Version, version.PublishedAt, JsonElement.Parse(version.Json));
}
