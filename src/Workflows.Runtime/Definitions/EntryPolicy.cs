using System.Text.Json;

namespace Workflows.Runtime.Definitions;

/// <summary>Who may enter a workflow, read from <c>customProperties.entry</c> and the activation strategy.</summary>
/// <param name="Reentry">Whether a subject may enter again. The default is <see cref="Reentry.WhenFinished"/>.</param>
/// <param name="Activation">Elsa's activation strategy. The default is <see cref="ActivationStrategy.Always"/>.</param>
public sealed record EntryPolicy(Reentry Reentry, ActivationStrategy Activation)
{
    internal static EntryPolicy Read(WorkflowDefinition definition)
    {
        var reentry = Reentry.WhenFinished;
        if (
            definition.CustomProperties is { ValueKind: JsonValueKind.Object } custom
            && custom.TryGetProperty("entry", out var entry)
            && entry.ValueKind == JsonValueKind.Object
            && entry.TryGetProperty("reentry", out var word)
            && word.ValueKind == JsonValueKind.String
        )
        {
            reentry = word.GetString()?.ToUpperInvariant() switch
            {
                "NEVER" => Reentry.Never,
                "ALWAYS" => Reentry.Always,
                _ => Reentry.WhenFinished,
            };
        }
        return new EntryPolicy(reentry, definition.Options.ActivationStrategy);
    }
}
