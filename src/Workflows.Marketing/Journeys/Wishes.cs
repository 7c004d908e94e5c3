namespace Workflows.Marketing.Journeys;

/// <summary>Lists of what somebody wants: codes of QR codes, members of staff, groups, stores.</summary>
internal static class Wishes
{
    /// <summary>
    /// Whether a text is one of some; one that ends with <c>*</c> stands for all that begin so. No wish at all lets everything pass.
    /// </summary>
    public static bool Grant(IEnumerable<string>? wished, string? text)
    {
        string[] wishes = [.. (wished ?? []).Select(wish => wish.Trim()).Where(wish => wish.Length > 0)];
        return wishes.Length == 0 || Array.Exists(wishes, wish => Matches(text ?? "", wish));
    }

    private static bool Matches(string text, string wish) =>
        wish.EndsWith('*')
            ? text.StartsWith(wish[..^1], StringComparison.Ordinal)
            : text.Equals(wish, StringComparison.Ordinal);
}
