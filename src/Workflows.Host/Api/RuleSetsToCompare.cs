using System.Text.Json;

namespace Workflows.Host.Api;

/// <summary>Two versions of a rule set.</summary>
/// <param name="Old">The RulesEngine document that was.</param>
/// <param name="New">The RulesEngine document that is.</param>
internal sealed record RuleSetsToCompare(JsonElement Old, JsonElement New);
