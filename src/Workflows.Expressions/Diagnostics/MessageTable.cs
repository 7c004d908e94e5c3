using System.Reflection;
using System.Text.RegularExpressions;

namespace Workflows.Expressions.Diagnostics;

/// <summary>
/// Messages in Chinese by their English templates: a line <c>There is no rule '{0}'. => 没有规则“{0}”。</c> translates
/// every message of that form. What a place holds is taken over, and translated where it is a phrase of the table, too.
/// </summary>
public sealed class MessageTable
{
    private const string Arrow = " => ";

    private readonly Dictionary<string, string> _phrases = new(StringComparer.Ordinal);
    private readonly List<(Regex English, string Chinese)> _templates = [];

    private MessageTable(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            var at = line.IndexOf(Arrow, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var (english, chinese) = (line[..at], line[(at + Arrow.Length)..]);
            if (english.Contains("{0}", StringComparison.Ordinal))
            {
                _templates.Add((Pattern(english), chinese));
            }
            else
            {
                _phrases[english] = chinese;
            }
        }
    }

    /// <summary>Reads a table that is embedded in an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">The end of the resource's name.</param>
    /// <exception cref="ArgumentException">The assembly has no such resource.</exception>
    public static MessageTable Embedded(Assembly assembly, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var resource =
            Array.Find(assembly.GetManifestResourceNames(), item => item.EndsWith(name, StringComparison.Ordinal))
            ?? throw new ArgumentException($"There is no resource {name}.", nameof(name));
        using var lines = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new MessageTable(lines);
    }

    /// <summary>The message in Chinese, or null for one that is not in the table.</summary>
    /// <param name="message">The message in English.</param>
    /// <param name="held">Translates what a place of a template holds; phrases of the table are, anyway.</param>
    public string? Translate(string message, Func<string, string>? held = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (_phrases.TryGetValue(message, out var phrase))
        {
            return phrase;
        }

        foreach (var (english, chinese) in _templates)
        {
            if (english.Match(message) is { Success: true } match)
            {
                return Fill(chinese, match, held);
            }
        }

        return null;
    }

    private string Fill(string chinese, Match match, Func<string, string>? translate)
    {
        for (var index = match.Groups.Count - 1; index > 0; index--)
        {
            var held = match.Groups[index].Value;
            var place = $"{{{index - 1}}}";
            var filled = _phrases.TryGetValue(held, out var phrase) ? phrase : translate?.Invoke(held) ?? held;
            chinese = chinese.Replace(place, filled, StringComparison.Ordinal);
        }

        return chinese;
    }

    private static Regex Pattern(string english)
    {
        var pattern = Regex.Escape(english);
        for (var index = 0; english.Contains($"{{{index}}}", StringComparison.Ordinal); index++)
        {
            pattern = pattern.Replace($"\\{{{index}}}", "(.*?)", StringComparison.Ordinal);
        }

        return new Regex(
            $"^{pattern}$",
            RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant
        );
    }
}
