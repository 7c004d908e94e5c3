using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Analysis.Reading;
using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Binding;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Tables;

/// <summary>
/// Shows rule sets as decision tables: one that was compiled from a table gives that table back, a hand-written one
/// gives the table that says the same.
/// </summary>
public sealed class TableExporter
{
    private readonly RulesEngineJudge _judge;
    private readonly InputShape _shape;
    private readonly TimeZoneInfo _zone;

    /// <summary>Creates an exporter.</summary>
    /// <param name="judge">As for <see cref="TableCompiler"/>.</param>
    /// <param name="shape">The types of the inputs.</param>
    /// <param name="zone">The time zone in which dates are written.</param>
    public TableExporter(RulesEngineJudge judge, InputShape shape, TimeZoneInfo zone)
    {
        _judge = judge;
        _shape = shape;
        _zone = zone;
    }

    /// <summary>Makes a table of a rule set.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="others">Rule sets it may include or ask.</param>
    /// <returns>The table, or for every rule that is no row the reason; paths are those of the document.</returns>
    public TableReading Export(RuleSet ruleSet, IReadOnlyList<RuleSet>? others = null)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        var library = new RuleLibrary([ruleSet, .. others ?? []], _judge.CustomActions);
        var mistakes = RuleSetValidator.Validate(ruleSet, _shape, library, _judge.CustomTypes);
        if (mistakes.Any(found => found.Severity == DiagnosticSeverity.Error))
        {
            return new TableReading(null, mistakes);
        }

        var reading = Draw(ruleSet, library);
        return ruleSet is { ValidFrom: null, ValidTo: null }
            ? reading
            : reading with
            {
                Diagnostics = [.. reading.Diagnostics, NoDates],
            };
    }

    private static Diagnostic NoDates { get; } =
        new(
            TableDiagnosticCodes.NotARow,
            "The dates of the rule set have no place in a table and are left out.",
            "$",
            Severity: DiagnosticSeverity.Warning
        );

    private TableReading Draw(RuleSet ruleSet, RuleLibrary library)
    {
        if (TableProperties.Find(ruleSet) is { } kept && SaysTheSame(kept, ruleSet))
        {
            return new TableReading(kept, []);
        }

        var bound = RuleSetBinder.Bind(ruleSet, _shape, library, _judge.CustomTypes);
        var regions = RuleRegions.Of(new Space(), bound)[0];
        return new TableSketch(ruleSet, regions, _zone).Draw();
    }

    // Somebody may have changed the rules by hand since: then the rules are right, and the table is made anew.
    private bool SaysTheSame(DecisionTable table, RuleSet ruleSet)
    {
        var compiled = new TableCompiler(_judge, _shape, _zone).Compile(table).RuleSet;
        return compiled is not null
            && compiled.Rules.Count == ruleSet.Rules.Count
            && ruleSet is { GlobalParams.Count: 0, Includes.Count: 0 }
            && compiled.Rules.Zip(ruleSet.Rules).All(pair => SaysTheSame(pair.First, pair.Second));
    }

    private static bool SaysTheSame(Rule compiled, Rule rule) =>
        rule is { Enabled: true, IsNested: false, LocalParams.Count: 0, ErrorMessage: null, OnFailure: null }
        && string.Equals(compiled.Name, rule.Name, StringComparison.Ordinal)
        && string.Equals(compiled.Expression, rule.Expression, StringComparison.Ordinal)
        && string.Equals(compiled.Event, rule.Event, StringComparison.Ordinal)
        && string.Equals(RuleTexts.Output(compiled), RuleTexts.Output(rule), StringComparison.Ordinal);
}
