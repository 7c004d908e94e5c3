using System.Reflection;
using System.Text.RegularExpressions;

namespace Workflows.Expressions.Diagnostics;

/// <summary>
/// Messages in Chinese by their English templates: a line <c>There is no rule '{0}'. => 没有规则“{0}”。</c> translates
/// every message of that form. What a place holds is taken over, and translated where it is a phrase of the table, too.
/// Of several forms that a message has, the one that says most in its own words is taken.
/// </summary>
public sealed partial class MessageTable
{
    private const string Arrow = " => ";

    private readonly Dictionary<string, string> _phrases = new(StringComparer.Ordinal);
    private readonly List<(Regex English, string Chinese)> _templates = [];

    private MessageTable() { }

    /// <summary>Reads tables that are embedded in assemblies, as one; of two translations of a phrase the first is taken.</summary>
    /// <param name="resources">The assemblies, each with the end of its resource's name.</param>
    /// <exception cref="ArgumentException">An assembly has no such resource.</exception>
    public static MessageTable Embedded(params IReadOnlyList<(Assembly Assembly, string Name)> resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        var table = new MessageTable();
        var templates = new List<(string English, string Chinese)>();
        foreach (var (assembly, name) in resources)
        {
            table.Read(assembly, name, templates);
        }

        table._templates.AddRange(
            templates
                .OrderByDescending(template => Place().Replace(template.English, "").Length)
                .Select(template => (Pattern(template.English), template.Chinese))
        );
        return table;
    }

    private void Read(Assembly assembly, string name, List<(string English, string Chinese)> templates)
    {
        var resource =
            Array.Find(assembly.GetManifestResourceNames(), item => item.EndsWith(name, StringComparison.Ordinal))
            ?? throw new ArgumentException($"There is no resource {name}.", nameof(name));
        using var lines = new StreamReader(assembly.GetManifestResourceStream(resource)!);
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
                templates.Add((english, chinese));
            }
            else
            {
                _phrases.TryAdd(english, chinese);
            }
        }
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

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
