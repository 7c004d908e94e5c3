using System.Text.Json;

namespace Workflows.Rules.Model;

/// <summary>What is worked out after a rule was judged.</summary>
/// <param name="Name"><see cref="OutputExpression"/> or <see cref="EvaluateRule"/>, in any case.</param>
/// <param name="Context">The action's settings as the document has them; keys are case-insensitive.</param>
public sealed record RuleAction(string Name, IReadOnlyDictionary<string, JsonElement> Context)
{
    /// <summary>The action whose <c>expression</c> is the rule's output.</summary>
    public const string OutputExpression = "OutputExpression";

    /// <summary>The action that asks another rule (<c>workflowName</c>, <c>ruleName</c>) and passes its output on.</summary>
    public const string EvaluateRule = "EvaluateRule";

    /// <summary>Properties of the document that we do not know; they are written back as they were.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = RuleSet.NoProperties;

    /// <summary>Whether this is the action of that name, in any case.</summary>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of a setting, or null when it is absent or no text.</summary>
    public string? Text(string key) =>
        Context.TryGetValue(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
