using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Binding;
using Workflows.Rules.Model;
using Codes = Workflows.Rules.Validation.RuleDiagnosticCodes;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Validation;

/// <summary>Checks that parameters have usable names and expressions.</summary>
internal static class ParamCheck
{
    public static void Run(IReadOnlyList<ScopedParam> parameters, string path, List<Diagnostic> diagnostics)
    {
        for (var index = 0; index < parameters.Count; index++)
        {
            var (name, expression) = parameters[index];
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
            if (!Identifiers.IsIdentifier(name))
            {
                Add(
                    diagnostics,
                    Codes.BadParameter,
                    name.Length == 0 ? "The parameter has no name." : $"'{name}' cannot be the name of a parameter.",
                    $"{place}.{Words.Name}",
                    "Use letters, digits and '_', and start with a letter."
                );
            }

            if (string.IsNullOrWhiteSpace(expression))
            {
                Add(
                    diagnostics,
                    Codes.BadParameter,
                    $"The parameter '{name}' has no expression.",
                    $"{place}.{Words.Expression}"
                );
            }
        }
    }

    private static void Add(
        List<Diagnostic> diagnostics,
        string code,
        string message,
        string path,
        string? remedy = null
    ) => diagnostics.Add(new Diagnostic(code, message, path, null, remedy));
}
