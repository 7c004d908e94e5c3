namespace Workflows.Conformance.Elsa;

/// <summary>Where an observation differs.</summary>
internal sealed record Mismatch(int Step, string Field, string Expected, string Got)
{
    public override string ToString() => $"step {Step}, {Field}: expected {Expected}, got {Got}";
}
