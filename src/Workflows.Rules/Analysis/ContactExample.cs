using System.Text.Json;
using Workflows.Rules.Catalog;

namespace Workflows.Rules.Analysis;

/// <summary>An invented contact.</summary>
/// <param name="Inputs">The inputs by name, as a question to a rule set takes them.</param>
/// <param name="Text">The values that matter, in one line.</param>
public sealed record ContactExample(JsonElement Inputs, string Text)
{
    /// <summary>The inputs of the question.</summary>
    public IReadOnlyList<RuleInput> ToInputs() =>
        [.. Inputs.EnumerateObject().Select(input => new RuleInput(input.Name, input.Value))];
}
