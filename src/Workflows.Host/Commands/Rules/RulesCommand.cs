using System.CommandLine;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>rules VERB</c>: everything one does with rule files; a file without a verb is evaluated.</summary>
internal static class RulesCommand
{
    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "rules",
            "Works with rule files: evaluates them, tests them, explains them. A file without a verb is evaluated."
        )
        {
            EvaluateCommand.Describe(terminal),
            ExplainCommand.Describe(terminal),
            SchemaCommand.Describe(terminal),
            TestCommand.Describe(terminal),
            AnalyseCommand.Describe(terminal),
            DiffCommand.Describe(terminal),
            TableCommand.Describe(terminal),
        };
        EvaluateCommand.Complete(command, terminal);
        return command;
    }
}
