namespace Workflows.Rules.Binding;

/// <summary>Finds names in the text of an expression without parsing it.</summary>
internal static class Identifiers
{
    public static bool IsIdentifier(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(IsPart);

    /// <summary>Whether a name occurs in the text as a whole word, in any case.</summary>
    public static bool Mentions(string text, string name)
    {
        for (
            var at = name.Length == 0 ? -1 : text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var startsWord = at == 0 || !IsPart(text[at - 1]);
            var end = at + name.Length;
            if (startsWord && (end == text.Length || !IsPart(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
