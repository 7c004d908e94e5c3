namespace Workflows.Runtime.Journal;

/// <summary>What an execution was given and handed out, as far as its definition does not say it. Secrets are stars; long values are cut.</summary>
/// <param name="Inputs">The inputs that were evaluated, by name.</param>
/// <param name="Outputs">The outputs that were set, by name.</param>
public sealed record JournalValues(
    IReadOnlyDictionary<string, object?> Inputs,
    IReadOnlyDictionary<string, object?> Outputs
);
