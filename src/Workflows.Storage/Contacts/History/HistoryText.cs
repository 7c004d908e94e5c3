namespace Workflows.Storage.Contacts;

internal static class HistoryText
{
    /// <summary>As much of a text as a line of the history keeps.</summary>
    public static string? Shorten(string? text, int longest = HistoryConfiguration.LongestText) =>
        text is null || text.Length <= longest ? text : text[..longest];
}
