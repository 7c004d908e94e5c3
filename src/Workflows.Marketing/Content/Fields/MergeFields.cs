using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;

namespace Workflows.Marketing.Content;

/// <summary>Checks the merge fields of texts before they are published: what no contact has is a mistake, what some lack needs a fallback.</summary>
/// <param name="attributes">The names of the attributes that contacts have; null where nobody knows, and then none is unknown.</param>
public sealed class MergeFields(Func<CancellationToken, ValueTask<IReadOnlyCollection<string>?>> attributes)
{
    private static readonly string[] AlwaysThere =
    [
        "id",
        "joinedAt",
        "paidOrderCount",
        "paidAmount",
        "tags",
        "isReachable",
        "attributes",
    ];

    /// <summary>Where nobody knows which attributes contacts have.</summary>
    public static MergeFields OfAnyName { get; } = new(_ => ValueTask.FromResult<IReadOnlyCollection<string>?>(null));

    /// <summary>What is wrong with a text's merge fields.</summary>
    /// <param name="template">The text, or null for none.</param>
    /// <param name="path">Where the text is.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        string? template,
        string path,
        CancellationToken cancellationToken
    )
    {
        if (template is null || !template.Contains("contact", StringComparison.Ordinal))
        {
            return [];
        }

        var fields = MergeFieldReading.Find(template);
        var known = fields.All(field => IsBuiltIn(field.Name)) ? null : await attributes(cancellationToken);
        return
        [
            .. fields
                .DistinctBy(field => (field.Name, field.HasFallback))
                .Select(field => Check(field, known, path))
                .OfType<Diagnostic>(),
        ];
    }

    private static Diagnostic? Check(MergeField field, IReadOnlyCollection<string>? known, string path)
    {
        if (AlwaysThere.Contains(field.Name, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        if (known?.Contains(field.Name, StringComparer.Ordinal) is false && !IsBuiltIn(field.Name))
        {
            return new Diagnostic(
                ContentCodes.FieldUnknown,
                $"No contact has a field 'contact.{field.Name}'.",
                path,
                field.Span,
                Remedy(field.Name, known!)
            );
        }

        return field.HasFallback
            ? null
            : new Diagnostic(
                ContentCodes.FieldWithoutFallback,
                $"Contacts without 'contact.{field.Name}' get a text with a gap.",
                path,
                field.Span,
                $"Say what stands there then: {{{{ contact.{field.Name} | default: \"…\" }}}}.",
                DiagnosticSeverity.Warning
            );
    }

    private static string Remedy(string name, IReadOnlyCollection<string> known)
    {
        var near = known.Concat(ContactMembers.FactNames).FirstOrDefault(one => IsNear(one, name));
        return near is not null
            ? $"Did you mean 'contact.{near}'?"
            : "Add the attribute to the workspace first, or name another field.";
    }

    // One letter more, less or other.
    private static bool IsNear(string one, string other)
    {
        var start = one.Zip(other)
            .TakeWhile(pair => char.ToLowerInvariant(pair.First) == char.ToLowerInvariant(pair.Second))
            .Count();
        var (left, right) = (one[start..], other[start..]);
        return left.Equals(right.Length > 0 ? right[1..] : "-", StringComparison.OrdinalIgnoreCase)
            || right.Equals(left.Length > 0 ? left[1..] : "-", StringComparison.OrdinalIgnoreCase)
            || (
                left.Length > 0 && right.Length > 0 && left[1..].Equals(right[1..], StringComparison.OrdinalIgnoreCase)
            );
    }

    private static bool IsBuiltIn(string name) =>
        ContactMembers.FactNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        || ContactIdentity.TryParseKind(name, out _);
}
