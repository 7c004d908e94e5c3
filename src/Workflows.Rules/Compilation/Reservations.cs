using System.Linq.Expressions;
using Workflows.Rules.Binding;

namespace Workflows.Rules.Compilation;

/// <summary>Finds what a compiled program cannot be proved to answer as the judge does.</summary>
internal sealed class Reservations : ExpressionVisitor
{
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> About(BoundRuleSet bound)
    {
        var reservations = new Reservations();
        reservations.Check(bound.Params);
        foreach (var rule in bound.Rules)
        {
            reservations.Check(rule);
        }

        return [.. reservations._found];
    }

    // The judge reads such a member by whatever the value is then, ours by a rule of its own.
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (
            node is { Method.Name: "ReadMember", Object: null }
            && node.Method.DeclaringType?.Name is "BoundedCalls"
            && !IsNothing(node.Arguments[0])
        )
        {
            _found.Add($"The member {node.Arguments[^1]} is read of a value whose type is not known before.");
        }

        return base.VisitMethodCall(node);
    }

    // A member that a record does not have is null, and so is what is read of it in vain.
    private static bool IsNothing(Expression node) =>
        node switch
        {
            ConstantExpression { Value: null } => true,
            UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } => IsNothing(operand),
            _ => false,
        };

    private void Check(BoundRule rule)
    {
        Check(rule.Params);
        Visit(rule.Condition);
        foreach (var action in new[] { rule.OnSuccess, rule.OnFailure })
        {
            Visit(action?.Output);
            if (action is { Output: null })
            {
                _found.Add($"Rule '{rule.Source.Name}' asks another rule by {action.Source.Name}.");
            }
        }

        foreach (var child in rule.Children)
        {
            Check(child);
        }
    }

    // The judge gives dictionaries that a parameter holds another type before it goes on.
    private void Check(IReadOnlyList<BoundParam> parameters)
    {
        foreach (var param in parameters)
        {
            Visit(param.Value);
            var type = param.Variable.Type;
            if (
                (type == typeof(object) && !IsNothing(param.Value.Body))
                || typeof(IDictionary<string, object>).IsAssignableFrom(type)
            )
            {
                _found.Add($"The parameter '{param.Variable.Name}' may hold a value of any type.");
            }
        }
    }
}
