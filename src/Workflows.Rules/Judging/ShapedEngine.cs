using RulesEngine.Models;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Binding;
using Workflows.Rules.Catalog;
using Engine = RulesEngine.RulesEngine;

namespace Workflows.Rules.Judging;

/// <summary>
/// One engine for one rule set and one set of input types. The engine tells compiled rules apart by the bare names of
/// their input types, so two types of one name must never meet in it.
/// </summary>
internal sealed class ShapedEngine
{
    private readonly Model.RuleSet _ruleSet;
    private readonly InputShape _shape;
    private readonly Engine? _engine;

    // Whether the engine takes a rule does not depend on the question, so one look at its results is enough.
    private bool _isTaken;

    public ShapedEngine(
        Model.RuleSet ruleSet,
        InputShape shape,
        RuleLibrary library,
        IReadOnlyList<Diagnostic> diagnostics,
        IReadOnlyCollection<Type> customTypes
    )
    {
        _ruleSet = ruleSet;
        _shape = shape;
        Diagnostics = diagnostics;
        if (diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error))
        {
            Model.RuleSet[] ruleSets = [ruleSet, .. library.Needed(ruleSet)];
            _engine = new Engine([.. ruleSets.Select(EngineDocument.Of)], Settings(ruleSets, library, customTypes));
        }
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; }

    /// <summary>Whether inputs have these names and types as they are.</summary>
    public bool Fits(IReadOnlyList<RuleInput> inputs)
    {
        var fits = inputs.Count == _shape.Parameters.Count;
        for (var index = 0; fits && index < inputs.Count; index++)
        {
            var (name, type) = _shape.Parameters[index];
            fits =
                string.Equals(inputs[index].Name, name, StringComparison.Ordinal)
                && inputs[index].Value?.GetType() == type;
        }

        return fits;
    }

    /// <summary>Whether these are the names and types it was made for.</summary>
    public bool Fits(InputShape shape)
    {
        var fits = shape.Parameters.Count == _shape.Parameters.Count;
        for (var index = 0; fits && index < shape.Parameters.Count; index++)
        {
            fits = shape.Parameters[index].Equals(_shape.Parameters[index]);
        }

        return fits;
    }

    public RuleSetJudgement Judge(IReadOnlyList<RuleInput> inputs) =>
        _engine is null
            ? new RuleSetJudgement(null, Diagnostics)
            : Judge(Run(_engine, [.. inputs.Select(input => new RuleParameter(input.Name, input.Value))]));

    public RuleSetJudgement Judge(object?[] values) =>
        _engine is null ? new RuleSetJudgement(null, Diagnostics) : Judge(Run(_engine, values));

    private RuleSetJudgement Judge(List<RuleResultTree> trees)
    {
        if (!_isTaken && EngineResults.Refusals(trees) is { } refusals)
        {
            return new RuleSetJudgement(null, [.. Diagnostics, .. refusals]);
        }

        _isTaken = true;
        return new RuleSetJudgement(new RuleSetAnswer(EngineResults.Of(trees)), Diagnostics);
    }

    /// <summary>Lets the engine compile every rule, with inputs that are all empty; what the rules say then does not matter.</summary>
    public void Warm()
    {
        if (_engine is not null)
        {
            object?[] empty = [.. _shape.Parameters.Select(parameter => Empty(parameter.Type))];
            var refusals = EngineResults.Refusals(Run(_engine, empty));
            Diagnostics = [.. Diagnostics, .. refusals ?? []];
        }
    }

    private List<RuleResultTree> Run(Engine engine, object?[] values)
    {
        var parameters = new RuleParameter[values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            var (name, type) = _shape.Parameters[index];
            parameters[index] = values[index] is { } value
                ? new RuleParameter(name, value)
                : RuleParameter.Create(name, type);
        }

        return Run(engine, parameters);
    }

    private List<RuleResultTree> Run(Engine engine, RuleParameter[] parameters)
    {
        var asked = engine.ExecuteAllRulesAsync(_ruleSet.Name, parameters);
        // Only actions of the host await anything.
        return asked.IsCompletedSuccessfully ? asked.Result : asked.AsTask().GetAwaiter().GetResult();
    }

    /// <summary>What no rule of the set needs is switched off: the engine looks for actions and messages of every rule of every question.</summary>
    private static ReSettings Settings(
        IReadOnlyList<Model.RuleSet> ruleSets,
        RuleLibrary library,
        IReadOnlyCollection<Type> customTypes
    )
    {
        Model.Rule[] rules = [.. ruleSets.SelectMany(source => source.Rules).SelectMany(WithNested)];
        return new ReSettings
        {
            CustomTypes = [.. customTypes],
            CustomActions = RegisteredAction.All(library.Actions),
            AutoExecuteActions = Array.Exists(rules, rule => rule.OnSuccess is not null || rule.OnFailure is not null),
            EnableFormattedErrorMessage = Array.Exists(rules, rule => rule.ErrorMessage is not null),
        };
    }

    private static IEnumerable<Model.Rule> WithNested(Model.Rule rule) =>
        rule.Rules.SelectMany(WithNested).Prepend(rule);

    private static object? Empty(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
