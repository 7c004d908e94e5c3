using System.CommandLine;

namespace Workflows.Host.Commands.Segments;

/// <summary><c>segments VERB</c>: which contacts of a workspace a rule takes.</summary>
internal static class SegmentsCommand
{
    public static Command Describe(Terminal terminal) =>
        new("segments", "Asks rules about all contacts of a workspace: how many, who, and how the answer is found.")
        {
            CountCommand.Describe(terminal),
            ListCommand.Describe(terminal),
            ExplainCommand.Describe(terminal),
        };
}
