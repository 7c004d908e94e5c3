using Workflows.Marketing.Contacts;
using Workflows.Rules.Inputs;
using Workflows.Rules.Inputs.Tables;
using Workflows.Rules.Model;

namespace Workflows.Marketing.CustomerFiles;

/// <summary>
/// Tells what the columns of a file mean to a rule set: members of the contact by their names in English and Chinese,
/// <c>attributes.NAME</c>, <c>INPUT.MEMBER</c> of any other input the rules speak of. A rule set that speaks of
/// <c>input1</c> and of no contact gets plain columns as members of <c>input1</c>.
/// </summary>
internal sealed class CustomerHeader(RuleSet ruleSet, IReadOnlyList<IReadOnlyList<string>> sample, Cells cells)
{
    private const string Contact = "contact";
    private const string FirstInput = "input1";
    private static readonly char[] Ignored = [' ', '_', '-'];
    private static readonly char[] PathSigns = ['.', ':', '\uFF1A'];

    /// <summary>Whether the rules ask about a contact at all.</summary>
    public bool HasContact { get; } =
        InputNames.Mentions(ruleSet, Contact) || !InputNames.Mentions(ruleSet, FirstInput);

    public CustomerColumn Read(int place, string header)
    {
        var (root, member) = Split(header.Trim());
        if (member is not null && root.Equals(Contact, StringComparison.OrdinalIgnoreCase))
        {
            return OfContact(place, member);
        }

        if (member is not null && IsField(ContactFields.Attributes, root))
        {
            return new CustomerColumn.OfAttribute(place, header, member, IsGuess: false);
        }

        if (root.Length > 0 && InputNames.Mentions(ruleSet, root) && (member is not null || IsWholeInput(root)))
        {
            return OfInput(place, header, root, member);
        }

        return HasContact ? OfContact(place, header.Trim()) : OfInput(place, header, FirstInput, header.Trim());
    }

    private static CustomerColumn OfContact(int place, string name)
    {
        if (ContactFields.All.FirstOrDefault(field => IsField(field, name)) is { } field)
        {
            return new CustomerColumn.OfContact(place, name, field);
        }

        var kind =
            ContactIdentity.KindNames.FirstOrDefault(known => Same(known, name))
            ?? (Same(name, "手机号") || Same(name, "手机") ? "phone" : null);
        return kind is not null && ContactIdentity.TryParseKind(kind, out var identity)
            ? new CustomerColumn.OfIdentity(place, name, identity)
            : new CustomerColumn.OfAttribute(place, name, name, IsGuess: true);
    }

    private CustomerColumn.OfInput OfInput(int place, string header, string input, string? member)
    {
        var texts = sample.Select(row => place < row.Count ? row[place].Trim() : "").ToArray();
        var kind = KindOf([.. texts.Where(text => text.Length > 0)]);
        var hasGaps = texts.Any(text => text.Length == 0);
        return new CustomerColumn.OfInput(
            place,
            header,
            new TableColumn(input, member, TypeOf(kind, hasGaps)),
            kind,
            hasGaps
        );
    }

    // A column is an input by itself only where the rules use a name that is no member of a contact.
    private bool IsWholeInput(string name) =>
        !ContactFields.All.Any(field => IsField(field, name))
        && InputNames.Mentions(ruleSet, name)
        && !IsMemberOnly(name);

    private bool IsMemberOnly(string name) =>
        InputNames.Mentions(ruleSet, $"{FirstInput}.{name}") || InputNames.Mentions(ruleSet, $"{Contact}.{name}");

    private CellKind KindOf(string[] texts) =>
        Enum.GetValues<CellKind>()
            .First(kind =>
                kind == CellKind.Text || (texts.Length > 0 && texts.All(text => cells.TryRead(text, kind, out _)))
            );

    private static Type TypeOf(CellKind kind, bool hasGaps) =>
        kind switch
        {
            CellKind.Flag => hasGaps ? typeof(bool?) : typeof(bool),
            CellKind.Integer => hasGaps ? typeof(int?) : typeof(int),
            CellKind.Number => hasGaps ? typeof(double?) : typeof(double),
            CellKind.Instant => hasGaps ? typeof(DateTimeOffset?) : typeof(DateTimeOffset),
            _ => typeof(string),
        };

    private static (string Root, string? Member) Split(string header)
    {
        var at = header.IndexOfAny(PathSigns);
        return at < 0 ? (header, null) : (header[..at].Trim(), header[(at + 1)..].Trim());
    }

    private static bool IsField(ContactField field, string name) =>
        Same(field.Member, name)
        || Same(field.English, name)
        || Same(field.Chinese, name)
        || field.Headers.Any(header => Same(header, name));

    private static bool Same(string left, string right) =>
        string.Equals(Bare(left), Bare(right), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) => string.Concat(name.Split(Ignored));
}
