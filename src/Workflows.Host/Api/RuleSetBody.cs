using System.Text.Json;
using Workflows.Rules.Catalog;

namespace Workflows.Host.Api;

/// <summary>A published rule set as the API shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version, from 1.</param>
/// <param name="PublishedAt">When that was published.</param>
/// <param name="ValidFrom">From when the version is in force; null for ever since.</param>
/// <param name="ValidTo">Until when, exclusively; null for ever after.</param>
/// <param name="Document">The RulesEngine document; left out in lists.</param>
internal sealed record RuleSetBody(
    string Name,
    int Version,
    DateTimeOffset PublishedAt,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidTo,
    JsonElement? Document
)
{
    public static RuleSetBody Brief(RuleSetVersion version) =>
        new(version.Name, version.Version, version.PublishedAt, version.Period.From, version.Period.To, null);

    public static RuleSetBody Full(RuleSetVersion version) =>
        new(
            version.Name,
            version.Version,
            version.PublishedAt,
            version.Period.From,
            version.Period.To,
            JsonElement.Parse(version.Json)
        );
}
