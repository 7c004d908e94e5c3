using System.Globalization;

namespace Workflows.Runtime.Definitions;

/// <summary>The id of one version of a workflow: its definition id and its number, in one text.</summary>
public static class DefinitionVersionId
{
    private const char Separator = ':';

    /// <summary>The id of a version.</summary>
    public static string Of(string definitionId, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{definitionId}{Separator}{version}");

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    /// <param name="id">The text.</param>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="version">The version.</param>
    /// <returns>Whether the text names a version.</returns>
    public static bool TryRead(string? id, out string definitionId, out int version)
    {
        var at = id?.LastIndexOf(Separator) ?? -1;
        definitionId = at > 0 ? id![..at] : "";
        version = 0;
        return at > 0
            && int.TryParse(id.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out version)
            && version > 0;
    }
}
