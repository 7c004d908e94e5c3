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
            _engine = new Engine(
                [EngineDocument.Of(ruleSet), .. library.Needed(ruleSet).Select(EngineDocument.Of)],
                new ReSettings { CustomTypes = [.. customTypes] }
            );
        }
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; }

    public RuleSetJudgement Judge(object?[] values)
    {
        if (_engine is null)
        {
            return new RuleSetJudgement(null, Diagnostics);
        }

        var trees = Run(_engine, values);
        return EngineResults.Refusals(trees) is { Count: > 0 } refusals
            ? new RuleSetJudgement(null, [.. Diagnostics, .. refusals])
            : new RuleSetJudgement(new RuleSetAnswer([.. trees.Select(EngineResults.Of)]), Diagnostics);
    }

    /// <summary>Lets the engine compile every rule, with inputs that are all empty; what the rules say then does not matter.</summary>
    public void Warm()
    {
        if (_engine is not null)
        {
            object?[] empty = [.. _shape.Parameters.Select(parameter => Empty(parameter.Type))];
            var refusals = EngineResults.Refusals(Run(_engine, empty));
            Diagnostics = [.. Diagnostics, .. refusals];
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

        // No action of ours awaits anything: the task is complete when it is returned.
        return engine.ExecuteAllRulesAsync(_ruleSet.Name, parameters).AsTask().GetAwaiter().GetResult();
    }

    private static object? Empty(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
