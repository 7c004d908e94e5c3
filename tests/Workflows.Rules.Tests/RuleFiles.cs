using Workflows.Expressions;
using Workflows.Rules.Json;
using Workflows.Rules.Model;

namespace Workflows.Rules.Tests;

/// <summary>Rule sets of the tests.</summary>
internal static class RuleFiles
{
    public static InputShape Shape { get; } =
        InputShape.Of(("contact", typeof(Customer)), ("now", typeof(DateTimeOffset)));

    public static string LifecycleTiers { get; } = File.ReadAllText(Find("rules/lifecycle-tiers/rules.json"));

    public static RuleSet Read(string json)
    {
        var reading = RuleSetReader.Read(json);
        Assert.Empty(reading.Diagnostics);
        return Assert.Single(reading.RuleSets!);
    }

    /// <summary>A rule set named "s" with one rule an expression, named r0, r1 …</summary>
    public static RuleSet Of(params string[] expressions) =>
        new()
        {
            Name = "s",
            Rules = [.. expressions.Select((text, index) => new Rule { Name = $"r{index}", Expression = text })],
        };

    public static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, path);
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new FileNotFoundException(path);
    }
}
