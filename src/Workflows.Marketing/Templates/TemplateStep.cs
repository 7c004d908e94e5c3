namespace Workflows.Marketing.Templates;

/// <summary>One step of a template's standard operating procedure: who does it, who answers for it, who is asked and who is told (S1-28).</summary>
/// <param name="When">When it is due.</param>
/// <param name="Who">Whose step it is, one of the template's roles; <c>system</c> for what happens by itself.</param>
/// <param name="What">What is done.</param>
public sealed record TemplateStep(TemplateText When, string Who, TemplateText What)
{
    /// <summary>Nobody's hands: the step happens by itself.</summary>
    internal const string System = "system";

    /// <summary>The role that answers for it; whose step it is unless given. What happens by itself needs one.</summary>
    public string? Owner { get; init; }

    /// <summary>The roles that are asked before.</summary>
    public IReadOnlyList<string> Consulted { get; init; } = [];

    /// <summary>The roles that are told after.</summary>
    public IReadOnlyList<string> Informed { get; init; } = [];

    /// <summary>Who answers for it, or null where nobody does.</summary>
    internal string? Accountable => Owner is null or System ? (Who is System ? null : Who) : Owner;

    /// <summary>Every role it names.</summary>
    internal IEnumerable<string> People => [Who, .. Owner is null ? (string[])[] : [Owner], .. Consulted, .. Informed];
}
