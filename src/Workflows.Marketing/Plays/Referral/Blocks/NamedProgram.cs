using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Plays.Referral.Blocks;

/// <summary>How the blocks of a distribution read which one it is.</summary>
internal static class NamedProgram
{
    /// <summary>The name, as the register knows it; empty where none is given, which no register knows.</summary>
    public static string ProgramOf(this ActivityExecutionContext context, Input<string> program) =>
        program.Get(context)?.Trim() ?? "";
}
