using System.Collections.Immutable;

namespace Workflows.Rules.Catalog;

/// <summary>The versions of a rule set in the catalogue, the rule sets they need, and when the store was last asked about it.</summary>
internal sealed record CatalogEntry(RuleSetTimeline Timeline, ImmutableHashSet<string> Needs, long CheckedAt);
