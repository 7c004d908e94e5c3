using System.Globalization;

namespace Workflows.Marketing.Launches;

/// <summary>Names of customers as other customers may read them.</summary>
internal static class MaskedName
{
    /// <summary>The first character and two stars; <paramref name="unknown"/> where there is no name.</summary>
    public static string Of(string? name, string unknown)
    {
        var trimmed = name?.Trim() ?? "";
        return trimmed.Length == 0 ? unknown : $"{StringInfo.GetNextTextElement(trimmed)}**";
    }
}
