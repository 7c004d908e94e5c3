using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Workflows.Marketing.Content;

/// <summary>A content by name: <c>spring-tea@3</c> for its third version, <c>spring-tea</c> for the newest that may be sent.</summary>
/// <param name="Id">The content.</param>
/// <param name="Version">The version, or null.</param>
public sealed record ContentRef(string Id, int? Version = null)
{
    /// <summary>Reads a name; false where it is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ContentRef? reference)
    {
        var parts = (text ?? "").Trim().Split('@');
        int? version = null;
        if (
            parts.Length == 2
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            version = number;
        }

        reference =
            parts[0].Length > 0 && (parts.Length == 1 || (parts.Length == 2 && version >= 1))
                ? new ContentRef(parts[0], version)
                : null;
        return reference is not null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Version is { } version ? string.Create(CultureInfo.InvariantCulture, $"{Id}@{version}") : Id;
}
