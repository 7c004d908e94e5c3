using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Workflows.Expressions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Inputs;
using Workflows.Rules.Inputs.Tables;
using Workflows.Rules.Model;

namespace Workflows.Marketing.CustomerFiles;

/// <summary>
/// A CSV file with one customer a row, as questions to a rule set. Headers are the contact's members in English or
/// Chinese, in any case; other columns become attributes, or fill the inputs whose names they carry.
/// </summary>
public sealed class CustomerTable
{
    // The types of columns that are no members of the contact are those of the first rows.
    private const int SampleRows = 1_000;

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        BadDataFound = null,
        CacheFields = false,
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
    };

    private readonly IReadOnlyList<CustomerColumn> _columns;
    private readonly CustomerContact? _contact;
    private readonly TableInputs _others;
    private readonly CustomerColumn.OfInput[] _inputs;
    private readonly Cells _cells;
    private readonly BadCells _bad;
    private readonly DateTimeOffset _now;
    private readonly bool _hasNow;

    private CustomerTable(
        IReadOnlyList<string> header,
        IReadOnlyList<IReadOnlyList<string>> sample,
        RuleSet ruleSet,
        CustomerFileOptions options
    )
    {
        Header = header;
        _cells = new Cells(options.TimeZone);
        _bad = new BadCells(options.Language);
        _now = options.Now;
        var reader = new CustomerHeader(ruleSet, sample, _cells);
        _columns = [.. header.Select((name, place) => reader.Read(place, name))];
        _inputs = [.. _columns.OfType<CustomerColumn.OfInput>()];
        _others = new TableInputs([.. _inputs.Select(input => input.Column)]);
        _contact = reader.HasContact
            ? new CustomerContact(
                _columns,
                _cells,
                _bad,
                _now,
                InputNames.Mentions(ruleSet, ContactFields.JoinedAt.Member)
            )
            : null;
        _hasNow = reader.HasContact || InputNames.Mentions(ruleSet, "now");
        Shape = new InputShape([
            .. ContactRules.Shape.Parameters.Where(parameter =>
                parameter.Type == typeof(Contact) ? _contact is not null : _hasNow
            ),
            .. _others.Shape.Parameters,
        ]);
        Attributes =
        [
            .. _columns
                .OfType<CustomerColumn.OfAttribute>()
                .Where(column => column.IsGuess)
                .Select(column => column.Header),
        ];
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The inputs every row gives, with their types.</summary>
    public InputShape Shape { get; }

    /// <summary>Columns that no name is known for and that became attributes of the contact.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>Reads the header and the first rows of a file, to learn what the columns mean to a rule set.</summary>
    /// <param name="text">The file, from its beginning.</param>
    /// <param name="ruleSet">The rule set that will be asked.</param>
    /// <param name="options">How rows are understood.</param>
    /// <returns>The table; null for a file without a header.</returns>
    public static CustomerTable? Of(TextReader text, RuleSet ruleSet, CustomerFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var csv = new CsvParser(text, Configuration, leaveOpen: true);
        if (!csv.Read() || csv.Record is not { } header || header.All(string.IsNullOrWhiteSpace))
        {
            return null;
        }

        var sample = new List<IReadOnlyList<string>>();
        while (sample.Count < SampleRows && csv.Read())
        {
            sample.Add(csv.Record!);
        }

        return new CustomerTable(header, sample, ruleSet, options);
    }

    /// <summary>Reads the rows of the file one by one; nothing of a row is kept.</summary>
    /// <param name="text">The file, from its beginning.</param>
    public IEnumerable<CustomerRow> Read(TextReader text)
    {
        using var csv = new CsvParser(text, Configuration, leaveOpen: true);
        csv.Read();
        while (csv.Read())
        {
            var cells = csv.Record!;
            if (cells.Length > 1 || cells[0].Length > 0)
            {
                yield return Read(cells, csv.RawRow);
            }
        }
    }

    private CustomerRow Read(string[] cells, long row)
    {
        var customer = NameOf(cells);
        if (cells.Length > Header.Count)
        {
            return Bad(_bad.TooMany(cells.Length, Header.Count));
        }

        var others = new object?[_inputs.Length];
        for (var index = 0; index < others.Length; index++)
        {
            if (Reason(_inputs[index], cells, out others[index]) is { } reason)
            {
                return Bad(reason);
            }
        }

        var (contact, mistake) = _contact?.Read(cells, row) ?? default;
        return mistake is null ? new CustomerRow(row, customer, cells, Arrange(contact, others), null) : Bad(mistake);

        CustomerRow Bad(string reason) => new(row, customer, cells, null, reason);
    }

    private object?[] Arrange(Contact? contact, object?[] others)
    {
        var values = new List<object?>(Shape.Parameters.Count);
        if (_contact is not null)
        {
            values.Add(contact);
        }

        if (_hasNow)
        {
            values.Add(_now);
        }

        values.AddRange(_others.Read(others));
        return [.. values];
    }

    private string? Reason(CustomerColumn.OfInput column, string[] cells, out object? value)
    {
        value = null;
        var text = column.Place < cells.Length ? cells[column.Place].Trim() : "";
        if (text.Length == 0)
        {
            return column.HasGaps || column.Kind == CellKind.Text ? null : _bad.Empty(column.Header);
        }

        return _cells.TryRead(text, column.Kind, out value) ? null : _bad.NotFitting(column.Header, text, column.Kind);
    }

    private string? NameOf(string[] cells)
    {
        var column = _columns.FirstOrDefault(column =>
            column is CustomerColumn.OfIdentity or CustomerColumn.OfContact { Field.Member: nameof(Contact.Id) }
        );
        column ??= _columns.FirstOrDefault(column => column.Header.EndsWith("id", StringComparison.OrdinalIgnoreCase));
        return column is not null && column.Place < cells.Length ? cells[column.Place] : null;
    }
}
