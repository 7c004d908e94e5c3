namespace Workflows.Conformance.RuleFiles;

/// <summary>Where an answer differs from the recorded one.</summary>
internal sealed record Difference(string Place, string Expected, string Got)
{
    public override string ToString() => $"{Place}: expected {Expected}, got {Got}";
}
