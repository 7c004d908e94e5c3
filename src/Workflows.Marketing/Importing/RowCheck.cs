using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>Checks a row's event as the intake does, and names the place by the column.</summary>
internal static class RowCheck
{
    /// <returns>The event as it is kept, or all that is wrong with the row.</returns>
    public static (ContactEvent? Event, IReadOnlyList<Diagnostic> Mistakes) Of(ContactEvent item, ImportOptions options)
    {
        IReadOnlyList<Diagnostic> found = ContactEventValidator.Validate([item], options.Now);
        if (found.Count > 0)
        {
            return (null, [.. found.Select(one => one with { Path = Column(one.Path) })]);
        }

        var check = new ImportedCheck(options.Attributes, options.Tags);
        found = check.Check(item, isRow: true, "");
        return found.Count > 0
            ? (null, [.. found.Select(one => one with { Path = Attribute(one.Path) })])
            : (check.Settle(item), []);
    }

    private static string? Column(string? path) =>
        path?.StartsWith("$[0].", StringComparison.Ordinal) == true ? path[5..] : path;

    private static string? Attribute(string? path) =>
        path?.StartsWith(".attributes.", StringComparison.Ordinal) == true ? path[12..] : path?.TrimStart('.');
}
