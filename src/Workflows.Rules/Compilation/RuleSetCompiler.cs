using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Binding;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Compilation;

/// <summary>Turns rule sets into typed programs for bulk work. It takes what gives the judge's answer for certain, and declines the rest.</summary>
public static class RuleSetCompiler
{
    /// <summary>Compiles a rule set for inputs of known types.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="shape">The inputs of every question, in this order.</param>
    /// <param name="others">Rule sets it may include or ask.</param>
    /// <param name="customTypes">Types whose members the expressions may use.</param>
    /// <param name="limits">What the rule set may cost; <see cref="RuleSetLimits.Default"/> unless given.</param>
    /// <returns>The program, or all the diagnostics, or the reasons for declining.</returns>
    public static RuleSetCompilation Compile(
        RuleSet ruleSet,
        InputShape shape,
        IReadOnlyList<RuleSet>? others = null,
        IReadOnlyCollection<Type>? customTypes = null,
        RuleSetLimits? limits = null
    )
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(shape);
        var library = new RuleLibrary([ruleSet, .. others ?? []]) { Limits = limits ?? RuleSetLimits.Default };
        return Compile(ruleSet, shape, library, customTypes ?? []);
    }

    internal static RuleSetCompilation Compile(JudgedRuleSet judged, InputShape shape) =>
        Compile(judged.RuleSet, shape, judged.Library, judged.CustomTypes);

    /// <summary>Compiles a rule set over a record for the record's members, if it reads nothing but plain ones.</summary>
    internal static CompiledRuleSet? CompileFlat(JudgedRuleSet judged, InputShape shape) =>
        shape.Parameters.Count == 1
        && FlatRuleSet.Of(Bind(judged.RuleSet, shape, judged.Library, judged.CustomTypes)) is { } flat
            ? new CompiledRuleSet(flat)
            : null;

    internal static RuleSetCompilation Compile(
        RuleSet ruleSet,
        InputShape shape,
        RuleLibrary library,
        IReadOnlyCollection<Type> customTypes
    )
    {
        var bound = Bind(ruleSet, shape, library, customTypes);
        IReadOnlyList<Diagnostic> diagnostics = [.. StructureCheck.Run(ruleSet, library, "$"), .. bound.Diagnostics];
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return new RuleSetCompilation(null, diagnostics, []);
        }

        var declined = Reservations.About(bound);
        return declined.Count > 0
            ? new RuleSetCompilation(null, diagnostics, declined)
            : new RuleSetCompilation(new CompiledRuleSet(bound), diagnostics, []);
    }

    private static BoundRuleSet Bind(
        RuleSet ruleSet,
        InputShape shape,
        RuleLibrary library,
        IReadOnlyCollection<Type> customTypes
    )
    {
        var bound = RuleSetBinder.Bind(ruleSet, shape, library, customTypes);
        return bound.With(new RecordMembers(bound.Inputs).Settle);
    }
}
