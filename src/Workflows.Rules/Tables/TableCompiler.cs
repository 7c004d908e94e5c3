using System.Linq.Expressions;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Analysis;
using Workflows.Rules.Binding;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Tables;

/// <summary>
/// Turns decision tables into rule sets: a rule a row, in the table's order. The cells are kept in the rule set's
/// properties, so that the table can be had back as it was.
/// </summary>
public sealed class TableCompiler
{
    private readonly RulesEngineJudge _judge;
    private readonly InputShape _shape;
    private readonly TimeZoneInfo _zone;

    /// <summary>Creates a compiler.</summary>
    /// <param name="judge">Confirms overlaps of rows.</param>
    /// <param name="shape">The inputs that columns may test.</param>
    /// <param name="zone">The time zone in which dates without offset are meant.</param>
    public TableCompiler(RulesEngineJudge judge, InputShape shape, TimeZoneInfo zone)
    {
        _judge = judge;
        _shape = shape;
        _zone = zone;
    }

    /// <summary>Compiles a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="facts">Conditions that hold for every contact there is; rows overlap only for such contacts.</param>
    /// <returns>The rule set, or all diagnostics.</returns>
    /// <remarks>Rows that overlap are errors in a table that says they do not (<see cref="HitPolicy.Unique"/>).</remarks>
    public TableCompilation Compile(DecisionTable table, IReadOnlyList<string>? facts = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ParameterExpression[] inputs =
        [
            .. _shape.Parameters.Select(parameter =>
                System.Linq.Expressions.Expression.Parameter(parameter.Type, parameter.Name)
            ),
        ];
        var draft = new TableDraft(table, inputs, _judge.CustomTypes, _zone);
        var ruleSet = draft.Compile();
        if (HasErrors(draft.Diagnostics))
        {
            return new TableCompilation(null, draft.Diagnostics);
        }

        IReadOnlyList<Diagnostic> diagnostics =
        [
            .. draft.Diagnostics,
            .. RuleSetValidator.Validate(
                ruleSet,
                _shape,
                new RuleLibrary([ruleSet], _judge.CustomActions),
                _judge.CustomTypes
            ),
        ];
        if (!HasErrors(diagnostics) && table.Policy == HitPolicy.Unique)
        {
            diagnostics = [.. diagnostics, .. Overlaps(ruleSet, draft, facts ?? [])];
        }

        return new TableCompilation(HasErrors(diagnostics) ? null : ruleSet, diagnostics);
    }

    private IEnumerable<Diagnostic> Overlaps(RuleSet ruleSet, TableDraft draft, IReadOnlyList<string> facts)
    {
        var options = new AnalysisOptions { Policy = HitPolicy.Unique, Facts = facts };
        var analysis = new RuleSetAnalyser(_judge, _shape).FindOverlaps(ruleSet, options);
        foreach (var finding in (analysis.Findings ?? []).Where(finding => finding.Kind == FindingKind.Overlap))
        {
            yield return new Diagnostic(
                TableDiagnosticCodes.Overlap,
                $"'{finding.Rules[0]}' and '{finding.Rules[1]}' both match where {finding.Where}.",
                draft.AddressOf(finding.Rules[1]),
                Remedy: "Make the rows exclude each other, or let the table be read 'first'."
            );
        }

        foreach (var doubt in analysis.NotAnalysed)
        {
            yield return new Diagnostic(
                TableDiagnosticCodes.OverlapUnclear,
                $"{doubt.En}.",
                "A1",
                Severity: DiagnosticSeverity.Warning
            );
        }

        foreach (var mistake in analysis.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error))
        {
            yield return mistake;
        }
    }

    private static bool HasErrors(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error);
}
