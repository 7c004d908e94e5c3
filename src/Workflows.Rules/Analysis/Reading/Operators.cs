using System.Linq.Expressions;
using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>What comparisons mean.</summary>
internal static class Operators
{
    public static Operator? Of(ExpressionType type) =>
        type switch
        {
            ExpressionType.Equal => Operator.Equal,
            ExpressionType.NotEqual => Operator.NotEqual,
            ExpressionType.LessThan => Operator.Less,
            ExpressionType.LessThanOrEqual => Operator.LessOrEqual,
            ExpressionType.GreaterThan => Operator.Greater,
            ExpressionType.GreaterThanOrEqual => Operator.GreaterOrEqual,
            _ => null,
        };

    /// <summary>The same comparison seen from the other side: 2 &lt; x is x &gt; 2.</summary>
    public static Operator Flipped(this Operator operation) =>
        operation switch
        {
            Operator.Less => Operator.Greater,
            Operator.LessOrEqual => Operator.GreaterOrEqual,
            Operator.Greater => Operator.Less,
            Operator.GreaterOrEqual => Operator.LessOrEqual,
            _ => operation,
        };

    /// <summary>The values for which the comparison with a threshold holds; a missing value only differs.</summary>
    public static OrderedSet SetOf(this Operator operation, OrderedDomain domain, decimal threshold)
    {
        var (before, after) = (Cut.Before(threshold), Cut.After(threshold));
        return operation switch
        {
            Operator.Less => OrderedSet.Below(domain, before),
            Operator.LessOrEqual => OrderedSet.Below(domain, after),
            Operator.Greater => OrderedSet.Above(domain, after),
            Operator.GreaterOrEqual => OrderedSet.Above(domain, before),
            Operator.Equal => OrderedSet.Between(domain, before, after),
            _ => OrderedSet.Between(domain, before, after).Complement(),
        };
    }

    public static string Symbol(this Operator operation) =>
        operation switch
        {
            Operator.Equal => "==",
            Operator.NotEqual => "!=",
            Operator.Less => "<",
            Operator.LessOrEqual => "<=",
            Operator.Greater => ">",
            _ => ">=",
        };
}
