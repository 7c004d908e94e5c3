using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Binding;
using Workflows.Rules.Catalog;
using Workflows.Rules.Explaining;
using Workflows.Rules.Inputs;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Judging;

/// <summary>One rule set before the judge. Immutable to its users, and safe on every thread.</summary>
public sealed class JudgedRuleSet
{
    private const int MaxShapes = 64;

    private readonly RuleLibrary _library;
    private readonly IReadOnlyCollection<Type> _customTypes;
    private readonly BoundedCache<ShapeKey, ShapedEngine> _engines = new(MaxShapes);
    private readonly BoundedCache<ShapeKey, RuleSetExplainer> _explainers = new(MaxShapes);
    private readonly InputFitting _fitting;

    // Most questions have inputs of the same types as the one before.
    private ShapedEngine? _last;

    internal JudgedRuleSet(RuleSet ruleSet, RuleLibrary library, IReadOnlyCollection<Type> customTypes, string content)
    {
        RuleSet = ruleSet;
        _library = library;
        _customTypes = customTypes;
        _fitting = new InputFitting(content, MistakesWith);
    }

    /// <summary>The rule set.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>Asks the rule set.</summary>
    /// <param name="inputs">The inputs, by name; names must differ, whatever their case.</param>
    /// <param name="expected">The types of typed inputs, if known: JSON members take the types of the members of the same name.</param>
    /// <returns>The answer, or all diagnostics.</returns>
    public RuleSetJudgement Judge(IReadOnlyList<RuleInput> inputs, InputShape? expected = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return _last is { } last && last.Fits(inputs) ? last.Judge(inputs) : Judge(Fit(inputs, expected));
    }

    /// <summary>Gets what explains this rule set's decisions for inputs of these types.</summary>
    /// <param name="shape">The types of the inputs.</param>
    /// <returns>The explainer, or all diagnostics.</returns>
    public RuleSetExplaining ExplainerFor(InputShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var diagnostics = RuleSetValidator.Validate(RuleSet, shape, _library, _customTypes);
        return diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? new RuleSetExplaining(null, diagnostics)
            : new RuleSetExplaining(_explainers.GetOrAdd(new ShapeKey(shape), _ => Explainer(shape)), diagnostics);
    }

    /// <summary>Explains the answer to a question.</summary>
    /// <param name="inputs">The inputs, by name; names must differ, whatever their case.</param>
    /// <param name="vocabulary">What people call the inputs' members.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="expected">The types of typed inputs, if known.</param>
    /// <exception cref="RuleSetException">The rule set does not type-check with these inputs.</exception>
    public RuleSetExplanation Explain(
        IReadOnlyList<RuleInput> inputs,
        Vocabulary vocabulary,
        Language language,
        InputShape? expected = null
    )
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var shaped = _fitting.Read(inputs, expected);
        if (shaped.Mistake is { } mistake)
        {
            throw new RuleSetException(RuleSet.Name, [mistake]);
        }

        var explaining = ExplainerFor(shaped.Shape);
        return explaining.Succeeded
            ? explaining.Explainer.Explain(shaped.Values, vocabulary, language)
            : throw new RuleSetException(RuleSet.Name, explaining.Diagnostics);
    }

    /// <summary>Builds the engine for inputs of these types now, so that no later question pays for it.</summary>
    /// <returns>All diagnostics of the rule set with these types.</returns>
    public IReadOnlyList<Diagnostic> Warm(InputShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var engine = EngineFor(shape);
        engine.Warm();
        return engine.Diagnostics;
    }

    internal RuleLibrary Library => _library;

    internal IReadOnlyCollection<Type> CustomTypes => _customTypes;

    /// <summary>Gives inputs the types under which the rules see them.</summary>
    internal ShapedInputs Fit(IReadOnlyList<RuleInput> inputs, InputShape? expected) => _fitting.Read(inputs, expected);

    internal RuleSetJudgement Judge(ShapedInputs shaped) =>
        shaped.Mistake is { } mistake
            ? new RuleSetJudgement(null, [mistake])
            : (_last = _last is { } last && last.Fits(shaped.Shape) ? last : EngineFor(shaped.Shape)).Judge(
                shaped.Values
            );

    private ShapedEngine EngineFor(InputShape shape) =>
        _engines.GetOrAdd(
            new ShapeKey(shape),
            _ => new ShapedEngine(
                RuleSet,
                shape,
                _library,
                RuleSetValidator.Validate(RuleSet, shape, _library, _customTypes),
                _customTypes
            )
        );

    private RuleSetExplainer Explainer(InputShape shape) =>
        new(RuleSetBinder.Bind(RuleSet, shape, _library, _customTypes), RuleVocabulary.Of(shape, _customTypes));

    private IReadOnlyList<Diagnostic> MistakesWith(InputShape shape) =>
        RuleSetBinder.Bind(RuleSet, shape, _library, _customTypes).Diagnostics;
}
