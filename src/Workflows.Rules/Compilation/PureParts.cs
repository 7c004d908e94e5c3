using System.Linq.Dynamic.Core;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Workflows.Rules.Compilation;

/// <summary>Knows which parts of an expression give the same value each time, and cost enough to be kept.</summary>
internal static class PureParts
{
    private static readonly HashSet<Type> PureTypes =
    [
        typeof(bool),
        typeof(char),
        typeof(Convert),
        typeof(DateOnly),
        typeof(DateTime),
        typeof(DateTimeOffset),
        typeof(decimal),
        typeof(double),
        typeof(Enumerable),
        typeof(float),
        typeof(Guid),
        typeof(int),
        typeof(long),
        typeof(Math),
        typeof(short),
        typeof(string),
        typeof(TimeOnly),
        typeof(TimeSpan),
    ];

    /// <summary>Whether a part is a call (reading a member is cheaper than remembering that it was read) and pure.</summary>
    public static bool IsWorthSharing(Expression node) =>
        node is MethodCallExpression or BinaryExpression { Method: not null, NodeType: not ExpressionType.Assign }
        && node.Type != typeof(void)
        && new Check().IsPure(node);

    /// <summary>Whether reading a member runs no code of anybody: a field, an automatic property, a member of the framework.</summary>
    private static bool IsPlain(MemberInfo member) =>
        PureTypes.Contains(member.DeclaringType!)
        || (
            member.DeclaringType is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(Nullable<>)
        )
        || typeof(DynamicClass).IsAssignableFrom(member.DeclaringType)
        || member is FieldInfo
        || member is PropertyInfo { GetMethod: { } get } && get.IsDefined(typeof(CompilerGeneratedAttribute), false);

    private sealed class Check : ExpressionVisitor
    {
        private bool _isPure = true;

        public bool IsPure(Expression node)
        {
            Visit(node);
            return _isPure;
        }

        public override Expression? Visit(Expression? node) => _isPure ? base.Visit(node) : node;

        protected override Expression VisitMember(MemberExpression node)
        {
            _isPure &= IsPlain(node.Member);
            return base.VisitMember(node);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            _isPure &= PureTypes.Contains(node.Method.DeclaringType!);
            return base.VisitMethodCall(node);
        }

        protected override Expression VisitBinary(BinaryExpression node)
        {
            _isPure &= node.NodeType is not ExpressionType.Assign;
            return base.VisitBinary(node);
        }

        protected override Expression VisitNew(NewExpression node)
        {
            _isPure &= PureTypes.Contains(node.Type);
            return base.VisitNew(node);
        }

        protected override Expression VisitBlock(BlockExpression node) => Refuse(node);

        protected override Expression VisitTry(TryExpression node) => Refuse(node);

        protected override Expression VisitGoto(GotoExpression node) => Refuse(node);

        protected override Expression VisitInvocation(InvocationExpression node) => Refuse(node);

        protected override Expression VisitDynamic(DynamicExpression node) => Refuse(node);

        protected override Expression VisitMemberInit(MemberInitExpression node) => Refuse(node);

        private Expression Refuse(Expression node)
        {
            _isPure = false;
            return node;
        }
    }
}
