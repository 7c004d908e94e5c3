using System.Globalization;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.CustomerFiles;

/// <summary>Makes contacts of rows.</summary>
internal sealed class CustomerContact(
    IReadOnlyList<CustomerColumn> columns,
    Cells cells,
    BadCells bad,
    DateTimeOffset now,
    bool needsJoinedAt
)
{
    private static readonly char[] TagSigns = [';', ',', '|', '\u3001', '\uFF1B', '\uFF0C'];

    /// <summary>The contact of a row, or why there is none.</summary>
    public (Contact? Contact, string? Reason) Read(IReadOnlyList<string> row, long number)
    {
        var state = new ContactState(IdOf(number), default);
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal);
        var identities = ContactIdentities.None;
        foreach (var column in columns)
        {
            var text = column.Place < row.Count ? row[column.Place].Trim() : "";
            if (text.Length == 0)
            {
                continue;
            }

            switch (column)
            {
                case CustomerColumn.OfAttribute attribute:
                    attributes[attribute.Name] = Attribute(text);
                    break;
                case CustomerColumn.OfIdentity identity:
                    identities = identities.With([new ContactIdentity(identity.Kind, text)]);
                    break;
                case CustomerColumn.OfContact member when Set(state, member.Field, text) is { } changed:
                    state = changed;
                    break;
                case CustomerColumn.OfContact member:
                    return (null, bad.NotFitting(member.Header, text, KindOf(member.Field)));
            }
        }

        if (state.JoinedAt == default)
        {
            if (needsJoinedAt)
            {
                return (null, bad.Empty("joinedAt"));
            }

            state = state with { JoinedAt = state.LastPaidAt ?? now };
        }

        return (new Contact(state with { Attributes = attributes, Identities = identities }), null);
    }

    private ContactState? Set(ContactState state, ContactField field, string text) =>
        field.Member switch
        {
            nameof(Contact.PaidOrderCount) => cells.TryRead(text, CellKind.Integer, out var count) && count is >= 0
                ? state with
                {
                    PaidOrderCount = (int)count,
                }
                : null,
            nameof(Contact.LastPaidAt) => cells.Instant(text) is { } paid ? state with { LastPaidAt = paid } : null,
            nameof(Contact.JoinedAt) => cells.Instant(text) is { } joined ? state with { JoinedAt = joined } : null,
            nameof(Contact.PaidAmount) => Cells.Amount(text) is { } amount ? state with { PaidAmount = amount } : null,
            nameof(Contact.Tags) => state with { Tags = Tags(text) },
            // An id of another system tells the customer in the report, no more.
            _ => Guid.TryParse(text, out var id) ? state with { Id = id } : state,
        };

    private static CellKind KindOf(ContactField field) =>
        field.Member switch
        {
            nameof(Contact.PaidOrderCount) => CellKind.Integer,
            nameof(Contact.PaidAmount) => CellKind.Number,
            _ => CellKind.Instant,
        };

    private static string[] Tags(string text) =>
        text.Trim('[', ']').Split(TagSigns, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static object? Attribute(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        ) && !IsCode(text)
            ? AttributeValue.Normalize(number)
        : bool.TryParse(text, out var flag) ? flag
        : text;

    // 007 is a code, and so is a phone number; 0.5 is a number.
    private static bool IsCode(string text) =>
        text.Length > 10 || (text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]));

    private static Guid IdOf(long row) => new((int)row, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
