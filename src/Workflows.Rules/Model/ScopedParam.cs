using System.Text.Json;

namespace Workflows.Rules.Model;

/// <summary>A named value, worked out once before the conditions that use it.</summary>
/// <param name="Name">The identifier under which conditions use it.</param>
/// <param name="Expression">The value, in the lambda notation.</param>
public sealed record ScopedParam(string Name, string Expression)
{
    /// <summary>Properties of the document that we do not know; they are written back as they were.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = RuleSet.NoProperties;
}
