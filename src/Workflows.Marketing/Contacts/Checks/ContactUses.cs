using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// Finds what texts ask of a contact by name. All notations write it alike, and a text that is looked at here has been compiled, so
/// the letters are enough.
/// </summary>
internal static partial class ContactUses
{
    /// <summary>The calls: <c>contact.Text("city") == "上海"</c>, <c>contact.Tags.Contains("vip")</c>.</summary>
    public static IEnumerable<ContactUse> Calls(string text) =>
        Call()
            .Matches(text)
            .Select(found => new ContactUse(
                found.Groups["method"].Value,
                Plain(found.Groups["name"].Value),
                new SourceSpan(found.Groups["name"].Index, found.Groups["name"].Length),
                found.Groups["second"].Success ? Plain(found.Groups["second"].Value)
                    : found.Groups["value"].Success ? Plain(found.Groups["value"].Value)
                    : null
            ));

    /// <summary>The members that scripts and templates read: <c>{{ contact.city }}</c>.</summary>
    public static IEnumerable<ContactUse> Members(string text) =>
        Member()
            .Matches(text)
            .Select(found => new ContactUse(
                "",
                found.Groups["name"].Value,
                new SourceSpan(found.Groups["name"].Index, found.Groups["name"].Length),
                null
            ));

    private static string Plain(string quoted) => Escape().Replace(quoted, "${letter}");

    [GeneratedRegex(
        """
            \bcontact\s*\.\s*(Tags\s*\.\s*)?(?<method>Text|Number|Flag|Date|Has|Includes|Tagged|Contains)\s*\(\s*
            "(?<name>(\\.|[^"\\])*)"\s*(,\s*"(?<second>(\\.|[^"\\])*)"\s*)?\)(\s*[=!]=\s*"(?<value>(\\.|[^"\\])*)")?
            """,
        RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.IgnoreCase
            | RegexOptions.IgnorePatternWhitespace,
        200
    )]
    private static partial Regex Call();

    [GeneratedRegex(
        """\bcontact\s*\.\s*(attributes\s*\.\s*)?(?<name>[\p{L}_][\w]*)(?!\s*\()(?!\w)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex Member();

    [GeneratedRegex("""\\(?<letter>.)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Escape();
}
