using System.Linq.Dynamic.Core;
using System.Linq.Expressions;
using Workflows.Rules.Binding;

namespace Workflows.Rules.Compilation;

/// <summary>Turns a rule set over a record into one over those of the record's members that it reads, and its other inputs.</summary>
internal static class FlatRuleSet
{
    /// <returns>The rule set, whose inputs are named for the members; null when the record is used in another way than by reading plain members.</returns>
    public static BoundRuleSet? Of(BoundRuleSet bound)
    {
        if (bound.Inputs.Count == 0)
        {
            return null;
        }

        var members = new Members(bound.Inputs[0]);
        var flat = bound.With(members.Replace);
        return members.AreAllThereIs ? flat with { Inputs = [.. members.Variables, .. bound.Inputs.Skip(1)] } : null;
    }

    private sealed class Members(ParameterExpression input) : ExpressionVisitor
    {
        private readonly Dictionary<string, ParameterExpression> _variables = new(StringComparer.Ordinal);

        public bool AreAllThereIs { get; private set; } = true;

        public IEnumerable<ParameterExpression> Variables => _variables.Values;

        public LambdaExpression Replace(LambdaExpression lambda) =>
            Expression.Lambda(Visit(lambda.Body), lambda.Parameters);

        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == input ? Variable(node.Member.Name, node.Type) : base.VisitMember(node);

        protected override Expression VisitParameter(ParameterExpression node)
        {
            AreAllThereIs &= node != input;
            return node;
        }

        private ParameterExpression Variable(string name, Type type)
        {
            AreAllThereIs &= !typeof(DynamicClass).IsAssignableFrom(type);
            return _variables.TryGetValue(name, out var known)
                ? known
                : _variables[name] = Expression.Variable(type, name);
        }
    }
}
