using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>Checks a row's event as the intake does, and names the place by the column.</summary>
internal static class RowCheck
{
    public static IReadOnlyList<Diagnostic> Of(ContactEvent item, DateTimeOffset now)
    {
        var found = ContactEventValidator.Validate([item], now);
        return found.Count == 0 ? [] : [.. found.Select(one => one with { Path = Column(one.Path) })];
    }

    private static string? Column(string? path) =>
        path?.StartsWith("$[0].", StringComparison.Ordinal) == true ? path[5..] : path;
}
