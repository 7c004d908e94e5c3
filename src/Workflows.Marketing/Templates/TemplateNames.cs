namespace Workflows.Marketing.Templates;

/// <summary>Which names templates and rule sets may have, since folders are named after them.</summary>
internal static class TemplateNames
{
    private const int Longest = 64;

    public static bool IsName(string name) =>
        name.Length is > 0 and <= Longest
        && char.IsAsciiLetterLower(name[0])
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
