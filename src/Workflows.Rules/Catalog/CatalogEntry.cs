using System.Collections.Immutable;

namespace Workflows.Rules.Catalog;

/// <summary>A rule set of the catalogue, the rule sets it needs, and when the store was last asked about it.</summary>
internal sealed record CatalogEntry(PublishedRuleSet RuleSet, ImmutableHashSet<string> Needs, long CheckedAt);
