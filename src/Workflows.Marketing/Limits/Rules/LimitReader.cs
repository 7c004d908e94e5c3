using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Compilation;
using Workflows.Rules.Model;

namespace Workflows.Marketing.Limits.Rules;

/// <summary>Makes limits of a rule set: one of each rule, with what the rule's properties say of it.</summary>
public static class LimitReader
{
    private const string Counts = "counts";
    private const string Among = "among";
    private const string Nothing = "false";

    /// <summary>Reads the limits of a rule set that type-checks.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="path">The JSON path at which it stands.</param>
    public static LimitReading Read(RuleSet ruleSet, string path = "$")
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        var diagnostics = new List<Diagnostic>();
        var limits = new List<Limit>();
        for (var index = 0; index < ruleSet.Rules.Count; index++)
        {
            if (ruleSet.Rules[index] is { Enabled: true } rule)
            {
                limits.Add(new LimitProperties(rule, $"{path}.Rules[{index}]", diagnostics).Read());
            }
        }

        return diagnostics.Count > 0 ? new LimitReading(null, diagnostics) : Compile(ruleSet, limits, path);
    }

    private static LimitReading Compile(RuleSet ruleSet, IReadOnlyList<Limit> limits, string path)
    {
        RuleSetCompilation[] programs =
        [
            RuleSetCompiler.Compile(ruleSet, LimitRules.Shape),
            RuleSetCompiler.Compile(Ask(ruleSet, Counts), LimitRules.Shape),
            RuleSetCompiler.Compile(Ask(ruleSet, Among), LimitRules.Shape),
        ];
        if (Array.Exists(programs, program => !program.Succeeded))
        {
            var reasons = programs
                .SelectMany(program => program.Declined.Concat(program.Diagnostics.Select(found => found.Message)))
                .Distinct(StringComparer.Ordinal);
            return new LimitReading(
                null,
                [
                    new Diagnostic(
                        LimitCodes.NotCompiled,
                        $"The limits cannot be compiled: {string.Join(' ', reasons)}",
                        path,
                        Remedy: "Write conditions over message and count only, without including other rule sets."
                    ),
                ]
            );
        }

        var typed = Array.ConvertAll(programs, program => program.RuleSet!.For<LimitedSend, LimitCount>());
        Array.ForEach(typed, program => program.Warm());
        return new LimitReading(
            new LimitRules(limits, LimitFacts.Of(ruleSet, limits), typed[0], typed[1], typed[2]),
            []
        );
    }

    /// <summary>The same rules, each asking for one of its parameters.</summary>
    private static RuleSet Ask(RuleSet ruleSet, string param) =>
        ruleSet with
        {
            Rules =
            [
                .. ruleSet.Rules.Select(rule => new Rule
                {
                    Name = rule.Name,
                    Enabled = rule.Enabled,
                    LocalParams = rule.LocalParams,
                    Expression = rule.LocalParams.Any(local =>
                        string.Equals(local.Name, param, StringComparison.Ordinal)
                    )
                        ? param
                        : Nothing,
                }),
            ],
        };
}
