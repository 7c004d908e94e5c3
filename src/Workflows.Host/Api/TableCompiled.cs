using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Json;
using Workflows.Rules.Tables;
using Workflows.Rules.Validation;

namespace Workflows.Host.Api;

/// <summary>A compiled table as the API and <c>--json</c> show it.</summary>
/// <param name="Name">The rule set's name; absent where the table has errors.</param>
/// <param name="Rules">How many rules it has.</param>
/// <param name="Document">The RulesEngine document, unless it was written to a file.</param>
/// <param name="Diagnostics">Everything wrong with the table; paths are addresses of cells, such as <c>B3</c>.</param>
internal sealed record TableCompiled(
    string? Name,
    int Rules,
    JsonElement? Document,
    IReadOnlyList<DiagnosticBody> Diagnostics
)
{
    public static TableCompiled From(TableCompilation compilation, Language language) =>
        new(
            compilation.RuleSet?.Name,
            compilation.RuleSet?.Rules.Count ?? 0,
            compilation.RuleSet is { } ruleSet ? JsonElement.Parse(RuleSetWriter.Write(ruleSet)) : null,
            [.. compilation.Diagnostics.Select(found => DiagnosticBody.From(found.In(language)))]
        );
}
