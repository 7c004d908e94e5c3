using System.Globalization;
using System.Text;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.NCalc;

/// <summary>SQL's pattern matching: % for any text, _ for one character, \ before a character for itself.</summary>
internal sealed class LikePattern(CultureInfo culture, bool ignoreCase, ExpressionLimits limits)
{
    // A comparison of two characters is far less than what else counts as a step.
    private const int ComparisonsPerStep = 100;

    /// <summary>Matches without backtracking further than the last %; text and pattern that still take long are refused.</summary>
    public bool Matches(string text, string pattern)
    {
        int at = 0,
            part = 0,
            star = -1,
            mark = 0;
        var left = (long)limits.MaxSteps * ComparisonsPerStep;
        while (at < text.Length)
        {
            if (--left < 0)
            {
                throw new ExpressionException(DiagnosticCodes.LimitReached, "A pattern took too long.");
            }

            if (part < pattern.Length && pattern[part] == '%')
            {
                (star, mark) = (part++, at);
            }
            else if (part < pattern.Length && Fits(text, at, pattern, ref part))
            {
                at++;
            }
            else if (star >= 0)
            {
                (part, at) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(part).IndexOfAnyExcept('%') < 0;
    }

    public static string Escape(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            output.Append(letter is '%' or '_' or '\\' ? "\\" : "").Append(letter);
        }

        return output.ToString();
    }

    private bool Fits(string text, int at, string pattern, ref int part)
    {
        if (pattern[part] == '_')
        {
            part++;
            return true;
        }

        var letter = pattern[part] == '\\' && part + 1 < pattern.Length ? part + 1 : part;
        var fits = ignoreCase
            ? culture.CompareInfo.Compare(text, at, 1, pattern, letter, 1, CompareOptions.IgnoreCase) == 0
            : text[at] == pattern[letter];
        part = fits ? letter + 1 : part;
        return fits;
    }
}
