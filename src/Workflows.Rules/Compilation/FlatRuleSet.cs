using System.Linq.Dynamic.Core;
using System.Linq.Expressions;
using Workflows.Rules.Binding;

namespace Workflows.Rules.Compilation;

/// <summary>Turns a rule set over one record into one over those of the record's members that it reads.</summary>
internal static class FlatRuleSet
{
    /// <returns>The rule set, whose inputs are named for the members; null when the record is used in another way than by reading plain members.</returns>
    public static BoundRuleSet? Of(BoundRuleSet bound)
    {
        if (bound.Inputs is not [var input])
        {
            return null;
        }

        var members = new Members(input);
        var flat = bound with
        {
            Params = members.Replace(bound.Params),
            Rules = [.. bound.Rules.Select(members.Replace)],
        };
        return members.AreAllThereIs ? flat with { Inputs = [.. members.Variables] } : null;
    }

    private sealed class Members(ParameterExpression input) : ExpressionVisitor
    {
        private readonly Dictionary<string, ParameterExpression> _variables = new(StringComparer.Ordinal);

        public bool AreAllThereIs { get; private set; } = true;

        public IEnumerable<ParameterExpression> Variables => _variables.Values;

        public IReadOnlyList<BoundParam> Replace(IReadOnlyList<BoundParam> parameters) =>
            [.. parameters.Select(param => param with { Value = Replace(param.Value)! })];

        public BoundRule Replace(BoundRule rule) =>
            rule with
            {
                Params = Replace(rule.Params),
                Condition = Replace(rule.Condition),
                Children = [.. rule.Children.Select(Replace)],
            };

        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == input ? Variable(node.Member.Name, node.Type) : base.VisitMember(node);

        // A member that is not there is null to the judge; it is read by its name.
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Object == input
            && node is { Method.IsSpecialName: true, Arguments: [ConstantExpression { Value: string name }] }
                ? Missing(name, node.Type)
                : base.VisitMethodCall(node);

        protected override Expression VisitIndex(IndexExpression node) =>
            node.Object == input && node.Arguments is [ConstantExpression { Value: string name }]
                ? Missing(name, node.Type)
                : base.VisitIndex(node);

        protected override Expression VisitParameter(ParameterExpression node)
        {
            AreAllThereIs &= node != input;
            return node;
        }

        private LambdaExpression? Replace(LambdaExpression? lambda) =>
            lambda is null ? null : Expression.Lambda(Visit(lambda.Body), lambda.Parameters);

        private Expression Missing(string name, Type type) =>
            input.Type.GetProperty(name) is { } member
                ? Expression.Convert(Variable(member.Name, member.PropertyType), type)
                : Expression.Constant(null, type);

        private ParameterExpression Variable(string name, Type type)
        {
            AreAllThereIs &= !typeof(DynamicClass).IsAssignableFrom(type);
            return _variables.TryGetValue(name, out var known)
                ? known
                : _variables[name] = Expression.Variable(type, name);
        }
    }
}
