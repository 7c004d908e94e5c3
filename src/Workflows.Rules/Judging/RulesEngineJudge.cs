using Workflows.Rules.Binding;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Rules.Json;
using Workflows.Rules.Model;

namespace Workflows.Rules.Judging;

/// <summary>
/// Microsoft's RulesEngine, wrapped: its answer is the definition of right. Every expression passes our allow-list
/// before the engine sees it, and an author's mistake is a diagnostic, never an answer.
/// </summary>
/// <remarks>Safe on every thread. Engines are kept by the content of the rule set and the types of the inputs, up to a bound.</remarks>
public sealed class RulesEngineJudge
{
    private const int MaxRuleSets = 256;

    private readonly BoundedCache<string, JudgedRuleSet> _ruleSets = new(MaxRuleSets);

    /// <summary>Creates a judge.</summary>
    /// <param name="customTypes">Types whose public members and static methods rules may use; none unless given.</param>
    /// <param name="customActions">Actions rules may name besides the built-in ones; none unless given.</param>
    public RulesEngineJudge(
        IReadOnlyCollection<Type>? customTypes = null,
        IReadOnlyDictionary<string, CustomAction>? customActions = null
    )
    {
        CustomTypes = customTypes ?? [];
        CustomActions = customActions;
    }

    internal IReadOnlyCollection<Type> CustomTypes { get; }

    internal IReadOnlyDictionary<string, CustomAction>? CustomActions { get; }

    /// <summary>What the rule sets may cost.</summary>
    /// <value>The default value is <see cref="RuleSetLimits.Default"/>.</value>
    public RuleSetLimits Limits { get; init; } = RuleSetLimits.Default;

    /// <summary>Asks a rule set.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="inputs">The inputs, by name.</param>
    /// <param name="others">Rule sets it may include or ask.</param>
    /// <returns>The answer, or all diagnostics.</returns>
    public RuleSetJudgement Judge(
        RuleSet ruleSet,
        IReadOnlyList<RuleInput> inputs,
        IReadOnlyList<RuleSet>? others = null
    ) => Prepare(ruleSet, others).Judge(inputs);

    /// <summary>Gets a rule set ready to be asked many times; the same content gives the same object.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="others">Rule sets it may include or ask.</param>
    public JudgedRuleSet Prepare(RuleSet ruleSet, IReadOnlyList<RuleSet>? others = null)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        var library = new RuleLibrary([ruleSet, .. others ?? []], CustomActions) { Limits = Limits };
        var content = RuleSetWriter.Write([ruleSet, .. library.Needed(ruleSet)]);
        return _ruleSets.GetOrAdd(content, _ => new JudgedRuleSet(ruleSet, library, CustomTypes, content));
    }
}
