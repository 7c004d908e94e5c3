using Workflows.Rules.Binding;
using Workflows.Rules.Catalog;

namespace Workflows.Rules.Compilation;

/// <summary>
/// One rule, worked out step by step over boxed values, so that what fails is told as the judge tells it. It is asked
/// where the fast program failed, and where words depend on values.
/// </summary>
internal sealed class CarefulRule
{
    private readonly BoundRule _rule;
    private readonly bool _isOr;
    private readonly IReadOnlyList<CarefulParam> _params;
    private readonly Lazy<Func<object?[], bool>>? _condition;
    private readonly IReadOnlyList<CarefulRule> _children;
    private readonly CarefulAction? _onSuccess;
    private readonly CarefulAction? _onFailure;
    private readonly MessageTemplate? _message;

    public CarefulRule(ProgramRule rule, Slots slots, bool isRoot)
    {
        _rule = rule.Bound;
        _isOr = rule.IsOr;
        _params = CarefulParam.All(_rule.Params, slots);
        _condition = _rule.Condition is { } condition ? new(() => slots.Compile<bool>(condition.Body)) : null;
        _children = [.. rule.Children.Select(child => new CarefulRule(child, slots, isRoot: false))];
        _onSuccess = _rule.OnSuccess?.Output is { } success ? new CarefulAction(success, slots) : null;
        _onFailure = _rule.OnFailure?.Output is { } failure ? new CarefulAction(failure, slots) : null;
        _message = isRoot && _rule.Source.ErrorMessage is { } text ? new MessageTemplate(text) : null;
    }

    /// <summary>The result, or null when only the judge can tell.</summary>
    /// <param name="values">The inputs and global parameters in their places; the rule puts its own beside them.</param>
    /// <param name="find">Finds an input or a global parameter by name.</param>
    public RuleResult? Evaluate(object?[] values, Func<string, object?> find)
    {
        try
        {
            foreach (var param in _params)
            {
                param.WorkOut(values);
            }
        }
        catch (Exception exception) when (!Limits.AreReached(exception))
        {
            return ParamsFailed(exception);
        }

        var children = new RuleResult[_children.Count];
        for (var index = 0; index < children.Length; index++)
        {
            if (_children[index].Evaluate(values, find) is not { } child)
            {
                return null;
            }

            children[index] = child;
        }

        return Judge(values, children, find);
    }

    /// <summary>The result where a parameter could not be worked out; null where an action would have to run without it.</summary>
    public RuleResult? ParamsFailed(Exception exception) =>
        _onFailure is null
            ? Result(
                false,
                null,
                $"Error while executing scoped params for rule `{_rule.Source.Name}` - {exception.Message}",
                []
            ) with
            {
                IsFaulted = true,
            }
            : null;

    private RuleResult? Judge(object?[] values, RuleResult[] children, Func<string, object?> find)
    {
        string? fault = null;
        var holds = false;
        try
        {
            holds = _condition?.Value(values) ?? Combine(children);
        }
        catch (Exception exception) when (!Limits.AreReached(exception))
        {
            fault = $"Error while executing rule : {_rule.Source.Name} - {exception.Message}";
        }

        var message = holds ? null : fault ?? _message?.Fill(name => Find(name, values) ?? find(name));
        var result = Act(holds, values, message, children);
        return fault is null || result is null ? result : result with { IsFaulted = true };
    }

    private RuleResult? Act(bool holds, object?[] values, string? message, RuleResult[] children)
    {
        var action = holds ? _onSuccess : _onFailure;
        if (action is null)
        {
            return Result(holds, null, message, children);
        }

        if (!action.Fits(values))
        {
            return null;
        }

        try
        {
            return Result(holds, action.Run(values), message, children);
        }
        catch (Exception exception) when (!Limits.AreReached(exception))
        {
            var failure = $"Exception while executing OutputExpressionAction: {exception.Message}";
            return Result(holds, null, string.IsNullOrEmpty(message) ? failure : message, children) with
            {
                IsFaulted = true,
            };
        }
    }

    private RuleResult Result(bool holds, object? output, string? message, RuleResult[] children) =>
        new(
            _rule.Source.Name,
            holds,
            holds ? _rule.Source.Event : null,
            output,
            string.IsNullOrEmpty(message) ? null : message,
            children
        );

    private bool Combine(RuleResult[] children) =>
        _isOr ? children.Any(child => child.IsSuccess) : children.Length > 0 && children.All(child => child.IsSuccess);

    private object? Find(string name, object?[] values) =>
        _params.FirstOrDefault(param => string.Equals(param.Name, name, StringComparison.Ordinal)) is { } found
            ? values[found.Place]
            : null;
}
