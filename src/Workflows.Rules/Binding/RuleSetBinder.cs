using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Lambda;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;
using Expression = System.Linq.Expressions.Expression;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Binding;

/// <summary>
/// Parses every expression of a rule set against the types of the inputs, with the allow-list applied. Nothing reaches
/// Microsoft's engine or our compiler that did not pass here.
/// </summary>
internal sealed class RuleSetBinder
{
    private readonly RuleLibrary _library;
    private readonly RuleVocabulary _vocabulary;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<(string RuleSet, string Rule)> _asking = [];
    private readonly ValueGrowth _growth;
    private readonly StepGrowth _steps = new();
    private int _parsed;

    private RuleSetBinder(RuleLibrary library, RuleVocabulary vocabulary)
    {
        _library = library;
        _vocabulary = vocabulary;
        _growth = new ValueGrowth(library.Limits.MaxGrowth);
    }

    /// <summary>Binds a rule set to the types of its inputs.</summary>
    /// <param name="ruleSet">The rule set; its structure may be wrong, that is told elsewhere.</param>
    /// <param name="shape">The inputs every question will have.</param>
    /// <param name="library">The rule sets it may include or ask.</param>
    /// <param name="customTypes">Types whose members the expressions may use.</param>
    /// <param name="path">The rule set's place in its document.</param>
    public static BoundRuleSet Bind(
        RuleSet ruleSet,
        InputShape shape,
        RuleLibrary library,
        IReadOnlyCollection<Type> customTypes,
        string path = "$"
    )
    {
        var binder = new RuleSetBinder(library, RuleVocabulary.Of(shape, customTypes));
        ParameterExpression[] inputs =
        [
            .. shape.Parameters.Select(parameter => Expression.Parameter(parameter.Type, parameter.Name)),
        ];
        var scope = new BindingScope([.. inputs], []);
        var globals = binder.BindParams(ruleSet.GlobalParams, ref scope, $"{path}.{Words.GlobalParams}");
        var rules = binder.BindAll(ruleSet.Rules, scope, $"{path}.{Words.Rules}");
        foreach (var included in library.Included(ruleSet))
        {
            rules.AddRange(binder.BindAll(included.Rules, scope, $"{included.Name}: $.{Words.Rules}"));
        }

        return new BoundRuleSet(ruleSet, inputs, globals, rules, binder._diagnostics);
    }

    private List<BoundRule> BindAll(IReadOnlyList<Rule> rules, BindingScope scope, string path) =>
        [
            .. rules
                .Select((rule, index) => (Rule: rule, Path: Item(path, index)))
                .Where(item => item.Rule.Enabled)
                .Select(item => Bind(item.Rule, scope, item.Path)),
        ];

    private BoundRule Bind(Rule rule, BindingScope scope, string path)
    {
        var locals = BindParams(rule.LocalParams, ref scope, $"{path}.{Words.LocalParams}");
        var condition = rule.IsNested
            ? null
            : Parse(rule.Expression ?? "", scope, typeof(bool), $"{path}.{Words.Expression}");
        var children = rule.IsNested ? BindAll(rule.Rules, scope, $"{path}.{Words.Rules}") : [];
        var actions = $"{path}.{Words.Actions}";
        return new BoundRule(
            rule,
            locals,
            condition,
            children,
            BindAction(rule.OnSuccess, scope, $"{actions}.{Words.OnSuccess}"),
            BindAction(rule.OnFailure, scope, $"{actions}.{Words.OnFailure}")
        );
    }

    private List<BoundParam> BindParams(IReadOnlyList<ScopedParam> source, ref BindingScope scope, string path)
    {
        var bound = new List<BoundParam>(source.Count);
        for (var index = 0; index < source.Count; index++)
        {
            var param = source[index];
            var place = Item(path, index);
            if (scope.Parameters.Length >= _library.Limits.MaxParameters)
            {
                _diagnostics.Add(
                    new Diagnostic(
                        RuleDiagnosticCodes.TooLarge,
                        $"An expression sees more than {Number(_library.Limits.MaxParameters)} inputs and parameters.",
                        path
                    )
                );
                break;
            }

            if (scope.Knows(param.Name))
            {
                _diagnostics.Add(
                    new Diagnostic(
                        RuleDiagnosticCodes.DuplicateParameter,
                        $"'{param.Name}' is already the name of an input or of another parameter.",
                        $"{place}.{Words.Name}",
                        Remedy: "Give the parameter a name of its own."
                    )
                );
            }
            else if (Parse(param.Expression, scope, null, $"{place}.{Words.Expression}") is { } value)
            {
                var variable = Variable(param.Name, value);
                bound.Add(new BoundParam(variable, value));
                scope = scope.With(variable);
            }
            else
            {
                scope = scope.WithBroken(param.Name);
            }
        }

        return bound;
    }

    private BoundAction? BindAction(RuleAction? action, BindingScope scope, string path)
    {
        if (action is null)
        {
            return null;
        }

        var context = $"{path}.{Words.Context}";
        if (action.Is(RuleAction.OutputExpression) && action.Text(Words.Expression) is { } text)
        {
            return new BoundAction(action, Parse(text, scope, null, $"{context}.{Words.Expression}"));
        }

        if (action.Is(RuleAction.EvaluateRule))
        {
            BindAsked(action, scope, context);
        }

        return new BoundAction(action, null);
    }

    /// <summary>The rule an action asks sees the asker's inputs and parameters, and the additional inputs of the action.</summary>
    private void BindAsked(RuleAction action, BindingScope scope, string path)
    {
        var asked = (RuleSet: action.Text(Words.ActionSet) ?? "", Rule: action.Text(Words.ActionRule) ?? "");
        if (_parsed > _library.Limits.MaxExpressions)
        {
            return;
        }

        if (_library.Find(asked.RuleSet) is not { } ruleSet || RuleLibrary.RuleOf(ruleSet, asked.Rule) is not { } rule)
        {
            return;
        }

        if (_asking.Contains(asked))
        {
            _diagnostics.Add(
                new Diagnostic(
                    RuleDiagnosticCodes.Circle,
                    $"The rule '{asked.Rule}' of '{asked.RuleSet}' asks itself, directly or through others.",
                    path,
                    Remedy: "Break the circle: let one of the rules work its output out by itself."
                )
            );
            return;
        }

        _asking.Add(asked);
        var askedScope = AskedScope(action, scope, path);
        BindParams(ruleSet.GlobalParams, ref askedScope, $"{ruleSet.Name}: $.{Words.GlobalParams}");
        Bind(rule, askedScope, $"{ruleSet.Name}: {rule.Name}");
        _asking.RemoveAt(_asking.Count - 1);
    }

    private BindingScope AskedScope(RuleAction action, BindingScope scope, string path)
    {
        var passed = scope;
        if (
            action.Context.TryGetValue(Words.ActionInputFilter, out var filter)
            && filter.ValueKind == JsonValueKind.Array
        )
        {
            var names = filter.EnumerateArray().Select(name => name.ToString()).ToHashSet(StringComparer.Ordinal);
            passed = scope with
            {
                Parameters = [.. scope.Parameters.Where(parameter => names.Contains(parameter.Name!))],
            };
        }

        if (action.Context.TryGetValue(Words.ActionInputs, out var more) && more.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var input in more.EnumerateArray())
            {
                passed = AddInput(input, scope, passed, $"{path}.{Words.ActionInputs}[{index++}]");
            }
        }

        return passed;
    }

    private BindingScope AddInput(JsonElement input, BindingScope asker, BindingScope passed, string path)
    {
        if (
            input.ValueKind != JsonValueKind.Object
            || Text(input, Words.Name) is not { } name
            || Text(input, Words.Expression) is not { } expression
        )
        {
            return passed;
        }

        return Parse(expression, asker, null, $"{path}.{Words.Expression}") is { } value
            ? passed.With(Variable(name, value))
            : passed.WithBroken(name);
    }

    private LambdaExpression? Parse(string text, BindingScope scope, Type? type, string path)
    {
        if (string.IsNullOrWhiteSpace(text) || scope.DependsOnBroken(text) || !CountExpression(path))
        {
            return null;
        }

        var parsed = LambdaNotation.Parse(
            text,
            scope.Parameters,
            type,
            _library.Limits.Expressions,
            _vocabulary.Trusted,
            _vocabulary.Types
        );
        _diagnostics.AddRange(parsed.Diagnostics.Select(diagnostic => diagnostic with { Path = path }));
        if (parsed.Lambda is not { } lambda || FindGrowth(lambda.Body, path) is not { } growth)
        {
            return parsed.Lambda;
        }

        _diagnostics.Add(growth);
        return null;
    }

    private bool CountExpression(string path)
    {
        var most = _library.Limits.MaxExpressions;
        if (++_parsed == most + 1)
        {
            _diagnostics.Add(
                new Diagnostic(
                    RuleDiagnosticCodes.TooLarge,
                    $"The rule set and the rules it asks have more than {Number(most)} expressions.",
                    path
                )
            );
        }

        return _parsed <= most;
    }

    private Diagnostic? FindGrowth(Expression body, string path)
    {
        if (_growth.Offender(body) is { } call)
        {
            return new Diagnostic(
                RuleDiagnosticCodes.GrowsTooLong,
                $"'{call}' could build a text or a list of more than {Number(_library.Limits.MaxGrowth)} characters or elements.",
                path,
                Remedy: "Use a width or a replacement that is a short constant, and join less."
            );
        }

        return _steps.Of(body) > _library.Limits.MaxSteps
            ? new Diagnostic(
                RuleDiagnosticCodes.GrowsTooLong,
                $"The expression could go through elements of lists more than {Number(_library.Limits.MaxSteps)} times.",
                path,
                Remedy: "End sequences that parameters hold with ToList()."
            )
            : null;
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private ParameterExpression Variable(string name, LambdaExpression value)
    {
        var variable = Expression.Parameter(value.ReturnType, name);
        _growth.Remember(variable, value.Body);
        _steps.Remember(variable, value.Body);
        return variable;
    }

    private static string? Text(JsonElement input, string name) =>
        input
            .EnumerateObject()
            .Where(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            .Select(property => property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null)
            .FirstOrDefault();

    private static string Item(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
