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
    private static readonly Expression NoBits = Expression.Constant(0UL);

    /// <summary>The rules with their nested ones, in words.</summary>
    public IReadOnlyList<ProgramWord> Words { get; } = ProgramWord.Spread(Rules);

    /// <summary>The rules with their nested ones.</summary>
    public IEnumerable<ProgramRule> Roots => Words.SelectMany(word => word.Rules);

    public static RuleProgram Of(BoundRuleSet bound)
    {
        var folder = new ConstantFolder();
        return new RuleProgram(
            bound.Inputs,
            folder.FoldParams(bound.Params),
            [.. bound.Rules.Select(rule => Fold(rule, folder))]
        );
    }

    /// <summary>The index of the first rule of a word that holds, or -1.</summary>
    /// <param name="word">The word.</param>
    /// <param name="careful">Whether a failing rule counts as one that does not hold; otherwise its exception leaves.</param>
    public LambdaExpression FirstMatch(ProgramWord word, bool careful)
    {
        var found = Expression.Label(typeof(int), "found");
        var rules = word.Rules.Select(
            (rule, index) =>
                (Expression)
                    Expression.IfThen(
                        Holds(rule.Bound, careful),
                        Expression.Return(found, Expression.Constant(word.Start + index))
                    )
        );
        var none = Expression.Constant(-1);
        return Finish(Expression.Block([.. rules, Expression.Label(found, none)]), careful, none);
    }

    /// <summary>Which rules hold, one bit each; the bit is the rule's place among these.</summary>
    /// <param name="rules">Neighbouring rules, as many as fit into a word.</param>
    /// <param name="careful">As in <see cref="FirstMatch"/>.</param>
    public LambdaExpression Matches(IEnumerable<ProgramRule> rules, bool careful)
    {
        var bits = Expression.Variable(typeof(ulong), "bits");
        var tests = rules.Select((rule, bit) => Set(bits, bit, Holds(rule.Bound, careful)));
        return Finish(Expression.Block([bits], [.. tests, bits]), careful, NoBits);
    }

    /// <summary>Which rules and rules nested in them hold, each at its own bit; what fails leaves.</summary>
    public LambdaExpression Nodes(ProgramWord word)
    {
        var bits = Expression.Variable(typeof(ulong), "bits");
        var rules = word.Rules.Select(rule => SetAll(bits, rule));
        return Finish(Expression.Block([bits], [.. rules, bits]), careful: false, NoBits);
    }

    /// <summary>Whether one rule holds, where a failing rule does not: as its author wrote it, with nothing shared.</summary>
    public LambdaExpression Tree(BoundRule rule) =>
        Expression.Lambda(Caught(Within(Params, Holds(rule, careful: true)), False), Inputs);

    /// <summary>What a rule's action works out, as a value of the type.</summary>
    /// <param name="action">The action's expression; null for an action that is not there.</param>
    /// <param name="trail">The rules the action's rule is nested in, outermost first, and itself.</param>
    /// <param name="type">The type of the value.</param>
    /// <returns>The tree, or null when the value cannot be of the type.</returns>
    public LambdaExpression? Output(LambdaExpression? action, IReadOnlyList<BoundRule> trail, Type type)
    {
        var body = action is null ? Expression.Default(type) : Converted(action.Body, type);
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

    /// <summary>What the action of a rule that holds works out; null when that is of another type, or not certain.</summary>
    public LambdaExpression? ExactOutput(int rule, Type type)
    {
        var root = Roots.ElementAt(rule);
        var output = root.Bound.OnSuccess?.Output;
        return output is not null && !FastOutput.IsExact(this, root, output) ? null : Output(output, root.Trail, type);
    }

    private LambdaExpression Finish(Expression body, bool careful, Expression otherwise)
    {
        body = SharedParts.Share(Within(Params, body));
        return Expression.Lambda(careful ? Caught(body, otherwise) : body, Inputs);
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

    // Nested rules are all asked, as the judge does.
    private static Expression SetAll(ParameterExpression bits, ProgramRule rule)
    {
        if (rule.Bound.Condition is { } condition)
        {
            return Within(rule.Bound.Params, Set(bits, rule.Bit, condition.Body));
        }

        if (rule.Children.Count == 0)
        {
            return Within(rule.Bound.Params, Expression.Empty());
        }

        var mask = Expression.Constant(rule.Children.Aggregate(0UL, (all, child) => all | 1UL << child.Bit));
        var found = Expression.And(bits, mask);
        var holds = rule.IsOr ? Expression.NotEqual(found, NoBits) : Expression.Equal(found, mask);
        return Within(
            rule.Bound.Params,
            Expression.Block([.. rule.Children.Select(child => SetAll(bits, child)), Set(bits, rule.Bit, holds)])
        );
    }

    private static ConditionalExpression Set(ParameterExpression bits, int bit, Expression holds) =>
        Expression.IfThen(holds, Expression.Assign(bits, Expression.Or(bits, Expression.Constant(1UL << bit))));

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
