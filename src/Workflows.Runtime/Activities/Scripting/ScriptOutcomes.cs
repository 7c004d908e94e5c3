namespace Workflows.Runtime.Activities.Scripting;

internal static class ScriptOutcomes
{
    /// <summary>What the canvas shows: the listed outcomes and the one of a script that sets none.</summary>
    public static IReadOnlyList<string>? Of(Input<ICollection<string>> possible) =>
        possible is { IsConstant: true, IsMissing: false } ? [.. possible.GetStatic() ?? [], "Done"]
        : possible.IsMissing ? ["Done"]
        : null;
}
