using System.Text;
using Workflows.Rules.Model;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Tables;

/// <summary>The texts of a rule with its parameters put in place, as a cell can hold them.</summary>
internal static class RuleTexts
{
    private const int MaxLength = 2_000;

    /// <summary>The expression of the rule's output; null without one.</summary>
    public static string? Output(Rule rule) => rule.OnSuccess?.Text(Words.Expression);

    /// <summary>A text without the parameters it uses; null when that would be too long.</summary>
    /// <param name="text">The text, in the lambda notation.</param>
    /// <param name="parameters">The parameters in their order: a later one may use the earlier ones.</param>
    public static string? Inlined(string text, IReadOnlyList<ScopedParam> parameters)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in parameters)
        {
            if (Replaced(parameter.Expression, values) is not { } value)
            {
                return null;
            }

            values[parameter.Name] = value.All(char.IsLetterOrDigit) ? value : $"({value})";
        }

        return Replaced(text, values);
    }

    private static string? Replaced(string text, Dictionary<string, string> values)
    {
        var result = new StringBuilder();
        for (var at = 0; at < text.Length && result.Length <= MaxLength; )
        {
            var end = EndOfToken(text, at);
            var token = text[at..end];
            var isMember = at > 0 && text[at - 1] == '.';
            result.Append(!isMember && values.TryGetValue(token, out var value) ? value : token);
            at = end;
        }

        return result.Length <= MaxLength ? result.ToString() : null;
    }

    /// <summary>Names and quoted texts are tokens; everything else is taken letter by letter.</summary>
    private static int EndOfToken(string text, int at)
    {
        var end = at + 1;
        if (text[at] is '"' or '\'')
        {
            while (end < text.Length && text[end] != text[at])
            {
                end += text[end] == '\\' ? 2 : 1;
            }

            return Math.Min(end + 1, text.Length);
        }

        if (char.IsLetter(text[at]) || text[at] == '_')
        {
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }
        }

        return end;
    }
}
