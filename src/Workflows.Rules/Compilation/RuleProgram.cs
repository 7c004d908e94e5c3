using System.Linq.Expressions;
using Workflows.Rules.Binding;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Compilation;

/// <summary>
/// A rule set as expression trees over its inputs. Parameters whose value is constant are inlined; the others are
/// worked out before the condition that sees them, used or not, because the judge does so and one that fails makes
/// the rule fail.
/// </summary>
internal sealed record RuleProgram(
    IReadOnlyList<ParameterExpression> Inputs,
    IReadOnlyList<BoundParam> Params,
    IReadOnlyList<BoundRule> Rules
)
{
    private static readonly Expression False = Expression.Constant(false);

    public static RuleProgram Of(BoundRuleSet bound)
    {
        var folder = new ConstantFolder();
        return new RuleProgram(
            bound.Inputs,
            folder.FoldParams(bound.Params),
            [.. bound.Rules.Select(rule => Fold(rule, folder))]
        );
    }

    /// <summary>The index of the first rule that holds, or -1.</summary>
    /// <param name="careful">Whether a failing rule counts as one that does not hold; otherwise its exception leaves.</param>
    public LambdaExpression FirstMatch(bool careful)
    {
        Expression first = Expression.Constant(-1);
        for (var index = Rules.Count - 1; index >= 0; index--)
        {
            first = Expression.Condition(Holds(Rules[index], careful), Expression.Constant(index), first);
        }

        var body = Within(Params, first);
        return Expression.Lambda(careful ? Caught(body, Expression.Constant(-1)) : body, Inputs);
    }

    /// <summary>Whether one rule holds; nested rules are given with those they are nested in, outermost first.</summary>
    public LambdaExpression Condition(IReadOnlyList<BoundRule> trail, bool careful)
    {
        var body = Holds(trail[^1], careful);
        for (var index = trail.Count - 2; index >= 0; index--)
        {
            body = Within(trail[index].Params, body);
        }

        body = Within(Params, body);
        return Expression.Lambda(careful ? Caught(body, False) : body, Inputs);
    }

    /// <summary>What a rule's action works out when the rule holds, as a value of the type.</summary>
    /// <returns>The tree, or null when the value cannot be of the type.</returns>
    public LambdaExpression? Output(IReadOnlyList<BoundRule> trail, Type type)
    {
        Expression? body = trail[^1].OnSuccess?.Output?.Body;
        body = body is null ? Expression.Default(type) : Converted(body, type);
        if (body is null)
        {
            return null;
        }

        for (var index = trail.Count - 1; index >= 0; index--)
        {
            body = Within(trail[index].Params, body);
        }

        return Expression.Lambda(Within(Params, body), Inputs);
    }

    private static Expression Holds(BoundRule rule, bool careful)
    {
        var condition = rule.Condition?.Body ?? Combine(rule, careful);
        var body = Within(rule.Params, condition);
        return careful ? Caught(body, False) : body;
    }

    private static Expression Combine(BoundRule rule, bool careful)
    {
        if (rule.Children.Count == 0)
        {
            return False;
        }

        var children = rule.Children.Select(child => Holds(child, careful));
        return RuleOperators.IsOr(rule.Source.Operator!)
            ? children.Aggregate(Expression.OrElse)
            : children.Aggregate(Expression.AndAlso);
    }

    private static Expression Within(IReadOnlyList<BoundParam> parameters, Expression body) =>
        parameters.Count == 0
            ? body
            : Expression.Block(
                body.Type,
                parameters.Select(param => param.Variable),
                [.. parameters.Select(param => Expression.Assign(param.Variable, param.Value.Body)), body]
            );

    private static TryExpression Caught(Expression body, Expression otherwise) =>
        Expression.TryCatch(body, Expression.Catch(typeof(Exception), otherwise));

    private static Expression? Converted(Expression body, Type type)
    {
        if (body is ConstantExpression { Value: null })
        {
            return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? null : Expression.Default(type);
        }

        var isWidening = type.IsAssignableFrom(body.Type) || Nullable.GetUnderlyingType(type) == body.Type;
        return body.Type == type ? body
            : isWidening ? Expression.Convert(body, type)
            : null;
    }

    private static BoundRule Fold(BoundRule rule, ConstantFolder outer)
    {
        var folder = outer.Nested();
        var locals = folder.FoldParams(rule.Params);
        return rule with
        {
            Params = locals,
            Condition = folder.Fold(rule.Condition),
            Children = [.. rule.Children.Select(child => Fold(child, folder))],
            OnSuccess = Fold(rule.OnSuccess, folder),
            OnFailure = Fold(rule.OnFailure, folder),
        };
    }

    private static BoundAction? Fold(BoundAction? action, ConstantFolder folder) =>
        action is null ? null : action with { Output = folder.Fold(action.Output) };
}
