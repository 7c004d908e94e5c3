using System.CommandLine;
using System.Globalization;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Host.Commands;

/// <summary>Options that mean the same in every command that has them.</summary>
internal static class CommonOptions
{
    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Print one JSON document on one line, and nothing else.",
    };

    public static readonly Option<string?> Library = new("--library")
    {
        Description = "The folder with workflows/ and rules/; this repository's unless given.",
        HelpName = "FOLDER",
    };

    public static readonly Option<string> TimeZone = new("--time-zone")
    {
        Description = "The workspace's time zone, in which days begin.",
        HelpName = "ZONE",
        DefaultValueFactory = _ => "Asia/Shanghai",
    };

    public static readonly Option<string?> Lang = LangOption();

    /// <summary>The language of what people read: the one asked for, else the surroundings' if we speak it, else English.</summary>
    public static Language ReadLang(ParseResult parsed) =>
        Languages.Find(parsed.GetValue(Lang) ?? CultureInfo.CurrentUICulture.Name);

    /// <exception cref="BadInputException">There is no such time zone.</exception>
    public static TimeZoneInfo ReadTimeZone(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(TimeZone);
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw new BadInputException($"{TimeZone.Name}: '{name}' is not a known time zone.");
    }

    private static Option<string?> LangOption()
    {
        var option = new Option<string?>("--lang")
        {
            Description = "The language of what people read; that of LANG unless given.",
            HelpName = "en|zh",
        };
        option.AcceptOnlyFromAmong("en", "zh");
        return option;
    }
}
