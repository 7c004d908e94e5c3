using System.Globalization;

namespace Workflows.Storage.Tests.Limits;

/// <summary>Rule sets of limits over groups, contacts and everybody, with random periods and small values.</summary>
internal static class RandomLimits
{
    private static readonly string[] Periods =
    [
        "day",
        "2 days",
        "week",
        "month",
        "rolling 5 hours",
        "rolling 30 minutes",
    ];

    /// <summary>A rule set as its author would write it, and what it says.</summary>
    public static (string Json, IReadOnlyList<RandomLimit> Limits) Create(Random chance)
    {
        RandomLimit[] limits =
        [
            .. new[] { "group", "contact", "tenant" }.Select(scope => new RandomLimit(
                $"random_{scope}",
                scope,
                Periods[chance.Next(Periods.Length)],
                chance.Next(1, scope is "tenant" ? 12 : 4)
            )),
        ];
        var rules = limits.Select(limit =>
            $$"""
                {
                  "RuleName": "{{limit.Code}}",
                  "Properties": {
                    "source": "chance", "title": { "en": "random", "zh": "随机" }, "scope": "{{limit.Scope}}", "period": "{{limit.Period}}"
                  },
                  "LocalParams": [
                    { "Name": "max", "Expression": "{{limit.Max.ToString(CultureInfo.InvariantCulture)}}" },
                    { "Name": "counts", "Expression": "true" }
                  ],
                  "Expression": "counts AND count.Used >= max",
                  "SuccessEvent": "defer"
                }
                """
        );
        return ($$"""{ "WorkflowName": "contact-limits", "Rules": [{{string.Join(',', rules)}}] }""", limits);
    }
}
