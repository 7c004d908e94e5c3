using System.Text.Json;

namespace Workflows.Rules.Cases;

/// <summary>One question with the answer its author expects.</summary>
/// <param name="Name">The case's name, unique in its file.</param>
/// <param name="Title">What the case is about; null without one.</param>
/// <param name="Inputs">The inputs by name, those of the file filled in.</param>
/// <param name="SuccessEvents">The events of the rules that hold, in order; null when the case does not say.</param>
/// <param name="Output">The output of the first rule that holds; null when the case does not say, JSON null for none.</param>
public sealed record RuleCase(
    string Name,
    LocalizedText? Title,
    JsonElement Inputs,
    IReadOnlyList<string>? SuccessEvents,
    JsonElement? Output
);
