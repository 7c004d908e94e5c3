using System.Linq.Expressions;

namespace Workflows.Rules.Compilation;

/// <summary>
/// Lets what occurs several times in a program be worked out once. A part is worked out where the first of its uses is
/// reached and kept for the others, so that nothing is worked out that was not before, and what fails fails in its place.
/// </summary>
internal static class SharedParts
{
    private const int MostParts = 512;

    public static Expression Share(Expression body)
    {
        var finder = new Finder();
        finder.Visit(body);
        var shared = finder.Shared;
        if (shared.Count == 0)
        {
            return body;
        }

        var replaced = new Replacer(shared).Visit(body)!;
        return Expression.Block(replaced.Type, shared.SelectMany(part => part.Variables), replaced);
    }

    private sealed class Part(Expression source)
    {
        public Expression Source { get; } = source;

        public int Uses { get; set; } = 1;

        public ParameterExpression Value { get; } = Expression.Variable(source.Type);

        public ParameterExpression IsKnown { get; } = Expression.Variable(typeof(bool));

        public IEnumerable<ParameterExpression> Variables => [Value, IsKnown];
    }

    /// <summary>Finds parts; inside a function nothing is shared, since its parameters differ from one item to the next.</summary>
    private sealed class Finder : ExpressionVisitor
    {
        private readonly Dictionary<int, List<Part>> _parts = [];
        private int _count;

        public IReadOnlyList<Part> Shared => [.. _parts.Values.SelectMany(parts => parts).Where(part => part.Uses > 1)];

        public override Expression? Visit(Expression? node)
        {
            // What is inside a part that was seen before is worked out with it.
            return node is null || (PureParts.IsWorthSharing(node) && IsKnown(node)) ? node : base.Visit(node);
        }

        protected override Expression VisitLambda<T>(Expression<T> node) => node;

        private bool IsKnown(Expression node)
        {
            var hash = SameTree.Hash(node);
            if (!_parts.TryGetValue(hash, out var parts))
            {
                _parts[hash] = parts = [];
            }

            if (parts.Find(part => SameTree.Equal(part.Source, node)) is { } known)
            {
                known.Uses++;
                return true;
            }

            if (_count++ < MostParts)
            {
                parts.Add(new Part(node));
            }

            return false;
        }
    }

    private sealed class Replacer(IReadOnlyList<Part> shared) : ExpressionVisitor
    {
        private readonly ILookup<int, Part> _parts = shared.ToLookup(part => SameTree.Hash(part.Source));

        public override Expression? Visit(Expression? node)
        {
            if (node is null || !PureParts.IsWorthSharing(node))
            {
                return base.Visit(node);
            }

            var part = _parts[SameTree.Hash(node)].FirstOrDefault(part => SameTree.Equal(part.Source, node));
            var visited = base.Visit(node)!;
            return part is null ? visited : OnDemand(part, visited);
        }

        protected override Expression VisitLambda<T>(Expression<T> node) => node;

        private static ConditionalExpression OnDemand(Part part, Expression source) =>
            Expression.Condition(
                part.IsKnown,
                part.Value,
                Expression.Block(
                    Expression.Assign(part.Value, source),
                    Expression.Assign(part.IsKnown, Expression.Constant(true)),
                    part.Value
                )
            );
    }
}
