using System.CommandLine;
using Workflows.Rules.Catalog;
using Workflows.Rules.Values;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>--value</c>: a rule file answers values instead of yes and no.</summary>
internal static class ValueOption
{
    public static readonly Option<string?> Value = Describe();

    /// <summary>Prints the output of the first rule that holds, or of all.</summary>
    public static void Print(string which, RuleSetAnswer answer, Terminal terminal, bool asJson)
    {
        var isAll = string.Equals(which, "all", StringComparison.Ordinal);
        IReadOnlyList<RuleValue> values = isAll ? answer.All() : [answer.First()];
        if (asJson && isAll)
        {
            terminal.WriteJson(values);
        }
        else if (asJson)
        {
            terminal.WriteJson(values[0]);
        }
        else
        {
            foreach (var value in values)
            {
                terminal.Output.WriteLine(PlainText.Of(value.Value));
            }
        }
    }

    private static Option<string?> Describe()
    {
        var option = new Option<string?>("--value")
        {
            Description = "Print the output of the first rule that holds, or of all that hold, and nothing else.",
            HelpName = "first|all",
        };
        option.AcceptOnlyFromAmong("first", "all");
        return option;
    }
}
