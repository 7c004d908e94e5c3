using Workflows.Marketing.Segments;
using Workflows.Rules.Model;

namespace Workflows.Storage.Tests.Segments;

/// <summary>Segments of a rule set with one rule, or a few that stand in line.</summary>
internal static class OneRule
{
    public static Segment Of(string expression) => Of([expression], 0);

    public static Segment Of(IReadOnlyList<string> expressions, int rule, params ScopedParam[] parameters)
    {
        var ruleSet = new RuleSet
        {
            Name = "test",
            GlobalParams = parameters,
            Rules = [.. expressions.Select((text, index) => new Rule { Name = $"r{index}", Expression = text })],
        };
        var reading = Segment.Of(ruleSet, $"r{rule}");
        Assert.True(reading.Succeeded, string.Join("\n", reading.Diagnostics));
        return reading.Segment;
    }
}
