using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>Judges what texts ask of a contact by the schema and the catalogue.</summary>
internal sealed class ContactNames(AttributeSchema schema, TagBook tags)
{
    /// <summary>What is wrong with the calls in a text.</summary>
    public IEnumerable<Diagnostic> CheckCalls(string text, string path) =>
        ContactUses.Calls(text).Select(use => Check(use, path)).OfType<Diagnostic>();

    /// <summary>What is wrong with the members a script reads: where nobody ever has it, nothing will be read.</summary>
    public IEnumerable<Diagnostic> CheckMembers(string text, IReadOnlySet<string> known, string path) =>
        schema.IsOpen
            ? []
            : ContactUses
                .Members(text)
                .Where(use => !known.Contains(use.Name) && schema.Find(use.Name) is null)
                .Select(use => schema.Unknown(use.Name, path, use.Span) with { Severity = DiagnosticSeverity.Warning });

    /// <summary>What is wrong with naming a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="family">The family it is said to be of; null for none in particular.</param>
    /// <param name="path">Where.</param>
    /// <param name="span">Where in the text.</param>
    public Diagnostic? CheckTag(string tag, string? family, string path, SourceSpan? span = null)
    {
        if (tags.Groups.Count == 0)
        {
            return null;
        }

        if (tags.Find(tag) is not { } group)
        {
            return new Diagnostic(
                TagCodes.Unknown,
                $"The catalogue has no tag '{tag}'.",
                path,
                span,
                Remedy: "Add it to a group of the catalogue, or write it as it stands there.",
                Severity: DiagnosticSeverity.Warning
            );
        }

        return family is null || family.Equals($"{group.Family}", StringComparison.OrdinalIgnoreCase)
            ? null
            : new Diagnostic(
                TagCodes.OtherFamily,
                $"The tag '{tag}' is of the family {group.Family}, not {family}.",
                path,
                span,
                Remedy: $"Write {group.Family}.",
                Severity: DiagnosticSeverity.Warning
            );
    }

    private Diagnostic? Check(ContactUse use, string path) =>
        use.Method.ToUpperInvariant() switch
        {
            "TAGGED" => CheckTag(use.Name, use.Second, path, use.Span),
            "CONTAINS" => CheckTag(use.Name, null, path, use.Span),
            _ => CheckAttribute(use, path),
        };

    private Diagnostic? CheckAttribute(ContactUse use, string path)
    {
        if (schema.Find(use.Name) is not { } attribute)
        {
            return schema.IsOpen ? null : schema.Unknown(use.Name, path, use.Span);
        }

        var asked = use.Method.ToUpperInvariant();
        if (asked is not "HAS" && !Fits(asked, attribute.Kind))
        {
            return new Diagnostic(
                AttributeCodes.WrongKind,
                $"'{attribute.Name}' is {AttributeCheck.InWords(attribute.Kind)}: contact.{use.Method} finds nothing there.",
                path,
                use.Span,
                Remedy: $"Ask with contact.{Right(attribute.Kind)}(\"{attribute.Name}\")."
            );
        }

        return asked is "TEXT" or "INCLUDES" && IsOther(attribute, use.Second)
            ? AttributeCheck.NotAChoice(attribute, use.Second!, path, use.Span) with
            {
                Severity = DiagnosticSeverity.Warning,
            }
            : null;
    }

    private static bool IsOther(AttributeDefinition attribute, string? value) =>
        value is not null && attribute.Choices.Count > 0 && !attribute.Offers(value);

    private static bool Fits(string asked, AttributeKind kind) =>
        kind switch
        {
            AttributeKind.Number or AttributeKind.Decimal => asked is "NUMBER",
            AttributeKind.Bool => asked is "FLAG",
            AttributeKind.Date => asked is "DATE" or "TEXT",
            AttributeKind.List => asked is "INCLUDES" or "TEXT",
            _ => asked is "TEXT",
        };

    private static string Right(AttributeKind kind) =>
        kind switch
        {
            AttributeKind.Number or AttributeKind.Decimal => "Number",
            AttributeKind.Bool => "Flag",
            AttributeKind.Date => "Date",
            AttributeKind.List => "Includes",
            _ => "Text",
        };
}
