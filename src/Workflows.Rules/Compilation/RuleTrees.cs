using System.Linq.Expressions;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Binding;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Compilation;

/// <summary>
/// The conditions of a rule set as expression trees over its inputs, for those who translate them: into SQL, into words.
/// Nothing is compiled.
/// </summary>
/// <remarks>
/// A tree says all there is to say. Parameters that are not constant are blocks that assign variables, in the order in
/// which the judge works them out; "a rule that fails does not hold" is a <see cref="TryExpression"/> whose handler is
/// false. Every member and method in it passed the allow-list.
/// </remarks>
public sealed class RuleTrees
{
    private readonly RuleProgram _program;

    private RuleTrees(RuleProgram program)
    {
        _program = program;
        Rules = [.. program.Rules.Select(rule => rule.Source.Name)];
        SuccessEvents = [.. program.Rules.Select(rule => rule.Source.Event)];
    }

    /// <summary>The names of the enabled rules; indices of this class are places in this list.</summary>
    public IReadOnlyList<string> Rules { get; }

    /// <summary>The event of each rule: its success event, or its name.</summary>
    public IReadOnlyList<string> SuccessEvents { get; }

    /// <summary>Binds a rule set to its inputs. Actions are left out: what a rule does has no part in whether it holds.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="shape">The inputs of every question, in this order.</param>
    /// <param name="trees">The trees; null where there are mistakes.</param>
    /// <param name="others">Rule sets it may include.</param>
    /// <param name="customTypes">Types whose members the expressions may use.</param>
    /// <returns>Every mistake in the rule set; warnings do not stand in the way.</returns>
    public static IReadOnlyList<Diagnostic> Bind(
        RuleSet ruleSet,
        InputShape shape,
        out RuleTrees? trees,
        IReadOnlyList<RuleSet>? others = null,
        IReadOnlyCollection<Type>? customTypes = null
    )
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(shape);
        var library = new RuleLibrary([ruleSet, .. others ?? []]);
        var bound = RuleSetBinder.Bind(ruleSet, shape, library, customTypes ?? []);
        IReadOnlyList<Diagnostic> diagnostics = [.. StructureCheck.Run(ruleSet, library, "$"), .. bound.Diagnostics];
        trees = diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? null
            : new RuleTrees(RuleProgram.Of(bound));
        return diagnostics;
    }

    /// <summary>Whether one rule holds: a function of the inputs that gives a boolean and never throws.</summary>
    /// <param name="rule">The rule's index.</param>
    public LambdaExpression Condition(int rule) => _program.Tree(_program.Rules[rule]);
}
