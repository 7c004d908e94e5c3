using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>The header of a CSV file, understood: events where there is a column <c>type</c>, contacts otherwise.</summary>
internal sealed class ImportColumns
{
    private readonly List<ImportColumn> _columns = [];

    public ImportColumns(IReadOnlyList<string> header)
    {
        Count = header.Count;
        for (var place = 0; place < header.Count; place++)
        {
            _columns.Add(Meaning(place, header[place].Trim()));
        }

        IsEvents = _columns.Exists(column => column is ImportColumn.Type);
        if (IsEvents && _columns.FindIndex(IsLines) is >= 0 and var lines)
        {
            _columns[lines] = new ImportColumn.Lines(_columns[lines].Place, _columns[lines].Header);
        }

        Mistake = Check();
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Whether each row is an event, not a contact.</summary>
    public bool IsEvents { get; }

    /// <summary>Why the header is of no use, or null.</summary>
    public Diagnostic? Mistake { get; }

    public IReadOnlyList<ImportColumn> All => _columns;

    private Diagnostic? Check()
    {
        if (!_columns.Exists(column => column is ImportColumn.Identity))
        {
            return new Diagnostic(
                "IMP001",
                "No column says whose the row is.",
                "header",
                Remedy: $"Name a column {string.Join(", ", ContactIdentity.KindNames)}."
            );
        }

        return
            IsEvents
            && !(
                _columns.Exists(column => column is ImportColumn.Id)
                && _columns.Exists(column => column is ImportColumn.Time)
            )
            ? new Diagnostic(
                "IMP003",
                "Events need the columns id and at.",
                "header",
                Remedy: "The id tells one event from another; the same id twice is the same event."
            )
            : null;
    }

    private static bool IsLines(ImportColumn column) =>
        column is ImportColumn.Value value
        && (value.Name.Equals("lines", StringComparison.OrdinalIgnoreCase) || value.Name is "商品明细" or "明细");

    private static ImportColumn Meaning(int place, string header)
    {
        var word = header.ToLowerInvariant();
        if (ContactIdentity.TryParseKind(word, out var kind))
        {
            return new ImportColumn.Identity(place, header, kind);
        }

        return word switch
        {
            "手机" or "手机号" or "mobile" => new ImportColumn.Identity(place, header, IdentityKind.Phone),
            "source" or "来源系统" => new ImportColumn.Source(place, header),
            "id" or "event_id" or "事件编号" => new ImportColumn.Id(place, header),
            "type" or "事件" or "事件类型" => new ImportColumn.Type(place, header),
            "at" or "joined_at" or "joinedat" or "时间" or "加入时间" => new ImportColumn.Time(place, header),
            "tags" or "标签" => new ImportColumn.Tags(place, header),
            _ when word.StartsWith("data.", StringComparison.Ordinal) => new ImportColumn.Value(
                place,
                header,
                header[5..]
            ),
            _ => new ImportColumn.Value(place, header, header),
        };
    }
}
