using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Analysis.Reading;
using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Model;
using Workflows.Rules.Tables.Cells;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Tables;

/// <summary>Draws the table of a hand-written rule set: a column a field, and one for conditions that are no cells.</summary>
internal sealed class TableSketch(RuleSet ruleSet, RuleRegions regions, TimeZoneInfo zone)
{
    private const string ConditionHeader = "condition";

    private readonly List<Diagnostic> _diagnostics = [];

    public TableReading Draw()
    {
        if (ruleSet.Includes.Count > 0)
        {
            Refuse($"$.{Words.Includes}", "Rules of another rule set are no rows of this one.");
        }

        var fields = regions
            .Space.Dimensions.Select(dimension => dimension.Field.Text)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var rows = new List<SketchedRow>();
        for (var index = 0; index < ruleSet.Rules.Count; index++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"$.{Words.Rules}[{index}]");
            if (Row(ruleSet.Rules[index], path) is { } row)
            {
                rows.Add(row);
            }
        }

        return _diagnostics.Exists(found => found.Severity == DiagnosticSeverity.Error)
            ? new TableReading(null, _diagnostics)
            : new TableReading(Table(fields, rows), _diagnostics);
    }

    private DecisionTable Table(List<string> fields, List<SketchedRow> rows)
    {
        var used = fields.Where(field => rows.Exists(row => row.Cells.ContainsKey(field))).ToList();
        var hasConditions = rows.Exists(row => row.Condition is not null);
        var hasOutputs = rows.Exists(row => row.Output is not null);
        List<TableColumn> columns = [.. used.Select(TableReader.Column)];
        if (hasConditions)
        {
            columns.Add(TableReader.Column(ConditionHeader));
        }

        columns.Add(TableReader.Column("event"));
        if (hasOutputs)
        {
            columns.Add(TableReader.Column("output"));
        }

        return new DecisionTable
        {
            Name = ruleSet.Name,
            Policy = TableProperties.PolicyOf(ruleSet) ?? HitPolicy.First,
            Columns = columns,
            Rows =
            [
                .. rows.Select(row => new TableRow(
                    row.Name,
                    [
                        .. used.Select(field => row.Cells.GetValueOrDefault(field, CellText.Anything)),
                        .. hasConditions ? [row.Condition ?? CellText.Anything] : Array.Empty<string>(),
                        row.Event,
                        .. hasOutputs ? [row.Output ?? CellText.Anything] : Array.Empty<string>(),
                    ]
                )),
            ],
        };
    }

    private SketchedRow? Row(Rule rule, string path)
    {
        if (!rule.Enabled)
        {
            Warn(path, $"'{rule.Name}' is disabled and left out.");
            return null;
        }

        if (rule.ErrorMessage is not null)
        {
            Warn(
                $"{path}.{Words.ErrorMessage}",
                $"The error message of '{rule.Name}' has no place in a table and is left out."
            );
        }

        if (rule.OnFailure is not null || rule.OnSuccess?.Is(RuleAction.OutputExpression) == false)
        {
            Refuse($"{path}.{Words.Actions}", $"'{rule.Name}' does more than work out an output when it holds.");
            return null;
        }

        var row = new SketchedRow(rule.Name, rule.SuccessEvent ?? "", Output(rule, path));
        var region = regions.Rules.First(candidate => ReferenceEquals(candidate.Rule.Source, rule));
        return Cells(region) is { } cells ? row with { Cells = cells }
            : Condition(rule) is { } condition ? row with { Condition = condition }
            : Refused(rule, region, path);
    }

    private SketchedRow? Refused(Rule rule, RuleRegion region, string path)
    {
        var reason = region.IsExact ? "it needs more than one combination of cells" : region.NotAnalysed[0].En;
        Refuse($"{path}.{Words.Expression}", $"'{rule.Name}' is no row: {reason}.");
        return null;
    }

    private string? Output(Rule rule, string path)
    {
        if (RuleTexts.Output(rule) is not { } text)
        {
            return null;
        }

        if (RuleTexts.Inlined(text, [.. ruleSet.GlobalParams, .. rule.LocalParams]) is { } inlined)
        {
            return $"{{{inlined}}}";
        }

        Refuse($"{path}.{Words.Actions}", $"The output of '{rule.Name}' is too long for a cell.");
        return null;
    }

    private string? Condition(Rule rule) =>
        rule.IsNested || rule.Expression is null ? null
        : RuleTexts.Inlined(rule.Expression, [.. ruleSet.GlobalParams, .. rule.LocalParams]) is { } text ? $"{{{text}}}"
        : null;

    /// <summary>The cells by field; null when the rule is not exactly one combination of cells.</summary>
    private Dictionary<string, string>? Cells(RuleRegion region)
    {
        if (!region.IsExact || region.Holds.Boxes is not [var box])
        {
            return null;
        }

        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, set) in box.Sets)
        {
            var dimension = regions.Space.Dimensions[place];
            if (Cell(dimension, set) is not { } cell)
            {
                return null;
            }

            if (cells.TryGetValue(dimension.Field.Text, out var known) && (known.Contains(',') || cell.Contains(',')))
            {
                return null;
            }

            cells[dimension.Field.Text] = known is null ? cell : $"{known} and {cell}";
        }

        return cells;
    }

    private string? Cell(Dimension dimension, ValueSet set)
    {
        if (dimension is Dimension.Membership member)
        {
            var text = CellText.Quoted(member.Item);
            return ((NamedSet)set).Names.Contains(NamedDomain.Yes) ? text : $"not({text})";
        }

        var isTime = dimension.Field.Bare == typeof(DateTimeOffset) || dimension.Field.Bare == typeof(DateTime);
        var isWritable = CellText.IsExact(set) && (dimension is not Dimension.Distance || isTime);
        return isWritable ? CellText.Of(dimension, set, zone.BaseUtcOffset) : null;
    }

    private void Refuse(string path, string message) =>
        _diagnostics.Add(new Diagnostic(TableDiagnosticCodes.NotARow, message, path));

    private void Warn(string path, string message) =>
        _diagnostics.Add(
            new Diagnostic(TableDiagnosticCodes.NotARow, message, path, Severity: DiagnosticSeverity.Warning)
        );

    private sealed record SketchedRow(string Name, string Event, string? Output)
    {
        public Dictionary<string, string> Cells { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

        public string? Condition { get; init; }
    }
}
