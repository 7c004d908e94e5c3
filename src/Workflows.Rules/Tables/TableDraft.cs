using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Lambda;
using Workflows.Rules.Model;
using Workflows.Rules.Tables.Cells;
using Workflows.Rules.Tables.Sheets;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Tables;

/// <summary>One compilation of a table: columns first, then cell by cell, with every mistake on the way.</summary>
internal sealed class TableDraft(
    DecisionTable table,
    ParameterExpression[] inputs,
    IReadOnlyCollection<Type> customTypes,
    TimeZoneInfo zone
)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>The address of the row that became a rule.</summary>
    public string AddressOf(string rule) => _addresses.GetValueOrDefault(rule, "A1");

    public RuleSet Compile()
    {
        CheckColumns();
        InputColumn?[] columns = [.. table.Columns.Select((column, place) => Bind(column, Address(place, 1)))];
        return new RuleSet
        {
            Name = table.Name,
            Rules = [.. table.Rows.Select((row, index) => Rule(row, index, columns))],
            Extra = TableProperties.Of(table),
        };
    }

    private void CheckColumns()
    {
        var outputs = table.Columns.Count(column => column.Kind == ColumnKind.Output);
        var seen = new HashSet<(ColumnKind, string)>();
        for (var place = 0; place < table.Columns.Count; place++)
        {
            var column = table.Columns[place];
            var isSingle = column.Kind is ColumnKind.Event or ColumnKind.Condition or ColumnKind.Output;
            if (isSingle && !seen.Add((column.Kind, column.Expression)))
            {
                Say(TableDiagnosticCodes.ColumnTwice, $"There is another column '{column.Header}'.", place, 1);
            }
            else if (
                column.Kind == ColumnKind.Output
                && outputs > 1
                && !Binding.Identifiers.IsIdentifier(column.Expression)
            )
            {
                Say(
                    TableDiagnosticCodes.ColumnTwice,
                    "Of several outputs each has a name of its own.",
                    place,
                    1,
                    "Write the header as 'output: points', with letters and digits."
                );
            }
        }
    }

    private InputColumn? Bind(TableColumn column, string address)
    {
        if (column.Kind != ColumnKind.Input)
        {
            return null;
        }

        var parsed = LambdaNotation.Parse(column.Expression, inputs, customTypes: customTypes);
        _diagnostics.AddRange(parsed.Diagnostics.Select(found => Unknown(column, address, found)));
        if (parsed.Lambda is not { } lambda)
        {
            return null;
        }

        var isField = lambda.Body is MemberExpression or ParameterExpression;
        return new InputColumn(
            column.Expression,
            isField ? column.Expression : $"({column.Expression})",
            lambda.ReturnType
        );
    }

    private Diagnostic Unknown(TableColumn column, string address, Diagnostic found) =>
        new(
            TableDiagnosticCodes.UnknownColumn,
            $"'{column.Expression}' is no column: {found.Message.TrimEnd('.')}.",
            address,
            found.Span is { } span
                ? span with
                {
                    Start =
                        span.Start + Math.Max(0, column.Header.IndexOf(column.Expression, StringComparison.Ordinal)),
                }
                : null,
            $"A header is one of {HeaderWords.Listed}, or an expression over {string.Join(", ", inputs.SelectMany(Members).Take(12))}."
        );

    private static IEnumerable<string> Members(ParameterExpression input)
    {
        var members = input
            .Type.GetProperties()
            .Where(property => ValueKinds.Of(property.PropertyType) != ValueKind.Other)
            .Select(property => $"{input.Name}.{property.Name}");
        return ValueKinds.Of(input.Type) == ValueKind.Other ? members : [input.Name!];
    }

    private Rule Rule(TableRow row, int index, InputColumn?[] columns)
    {
        var line = row.Line == 0 ? index + 2 : row.Line;
        var name = row.Name.Length > 0 ? row.Name : string.Create(CultureInfo.InvariantCulture, $"row {line}");
        if (!_addresses.TryAdd(name, SheetAddress.Of(0, line)))
        {
            Say(TableDiagnosticCodes.DuplicateRow, $"Another row is named '{name}', too.", -table.FirstColumn, line);
        }

        var conditions = new List<string>();
        for (var place = 0; place < columns.Length; place++)
        {
            if (
                Condition(
                    row.Cells.ElementAtOrDefault(place) ?? "",
                    columns[place],
                    table.Columns[place],
                    place,
                    line
                ) is
                { } condition
            )
            {
                conditions.Add(condition);
            }
        }

        return new Rule
        {
            Name = name,
            Expression = conditions.Count == 0 ? "true" : string.Join(" && ", conditions),
            SuccessEvent = Single(row, ColumnKind.Event) is { Length: > 0 } text ? text : null,
            OnSuccess = Output(row, line),
            Properties = TableProperties.Of(row),
        };
    }

    private string? Condition(string cell, InputColumn? input, TableColumn column, int place, int line)
    {
        try
        {
            if (column.Kind == ColumnKind.Condition)
            {
                return CellWords.IsAnything(cell.Trim()) ? null : Lambda(cell.Trim().Trim('{', '}'), 0, place, line);
            }

            if (input is null)
            {
                return null;
            }

            var test = CellReader.Read(cell, input.Kind);
            if (test is CellTest.Lambda lambda)
            {
                return Lambda(lambda.Text, lambda.Start, place, line);
            }

            return new CellLambda(input, zone, cell).Write(test);
        }
        catch (CellException mistake)
        {
            _diagnostics.Add(mistake.ToDiagnostic(Address(place, line)));
            return null;
        }
    }

    private string? Lambda(string text, int start, int place, int line)
    {
        var parsed = LambdaNotation.Parse(text, inputs, typeof(bool), customTypes: customTypes);
        _diagnostics.AddRange(parsed.Diagnostics.Select(found => Moved(found, start, place, line)));
        return parsed.Succeeded ? $"({text.Trim()})" : null;
    }

    private RuleAction? Output(TableRow row, int line)
    {
        var outputs = new List<(string Name, string Expression)>();
        for (var place = 0; place < table.Columns.Count; place++)
        {
            if (
                table.Columns[place].Kind == ColumnKind.Output
                && Output(row.Cells.ElementAtOrDefault(place) ?? "", place, line) is { } expression
            )
            {
                outputs.Add((table.Columns[place].Expression, expression));
            }
        }

        var text = outputs switch
        {
            [] => null,
            [("", var only)] => only,
            _ => $"new ({string.Join(", ", outputs.Select(output => $"{output.Expression} as {output.Name}"))})",
        };
        return text is null
            ? null
            : new RuleAction(
                RuleAction.OutputExpression,
                new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase)
                {
                    [Words.Expression] = JsonSerializer.SerializeToElement(text),
                }
            );
    }

    private string? Output(string cell, int place, int line)
    {
        try
        {
            if (OutputCell.Read(cell, [.. inputs.Select(input => input.Name!)]) is not { } expression)
            {
                return null;
            }

            var parsed = LambdaNotation.Parse(expression, inputs, customTypes: customTypes);
            var start = Math.Max(0, cell.IndexOf(expression, StringComparison.Ordinal));
            _diagnostics.AddRange(
                parsed.Diagnostics.Select(found =>
                    Moved(found, start, place, line) with
                    {
                        Remedy = "An output is a value or an expression; put a text into quotation marks.",
                    }
                )
            );
            return expression;
        }
        catch (CellException mistake)
        {
            _diagnostics.Add(mistake.ToDiagnostic(Address(place, line)));
            return null;
        }
    }

    private string Single(TableRow row, ColumnKind kind) =>
        table
            .Columns.Zip(row.Cells)
            .Where(pair => pair.First.Kind == kind)
            .Select(pair => pair.Second.Trim())
            .FirstOrDefault(cell => !CellWords.IsAnything(cell))
        ?? "";

    private Diagnostic Moved(Diagnostic found, int start, int place, int line) =>
        found with
        {
            Path = Address(place, line),
            Span = found.Span is { } span ? span with { Start = span.Start + start } : null,
        };

    private void Say(string code, string message, int place, int line, string? remedy = null) =>
        _diagnostics.Add(new Diagnostic(code, message, Address(place, line), Remedy: remedy));

    private string Address(int place, int line) => SheetAddress.Of(place + table.FirstColumn, line);
}
