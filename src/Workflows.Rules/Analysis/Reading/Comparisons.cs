using System.Linq.Expressions;
using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>Reads single comparisons: of a field with a value, of two fields, of a text or a list with a text.</summary>
internal sealed class Comparisons(Space space, Constants constants, Fields fields, Terms terms)
{
    // Beyond this, dividing ticks by the ticks of a day no longer tells neighbouring instants apart.
    private const decimal ExactTicks = 1L << 49;

    public Truth Read(BinaryExpression comparison)
    {
        if (Operators.Of(comparison.NodeType) is not { } operation)
        {
            return Truth.Unknown(Reasons.NotUnderstood(comparison));
        }

        var (left, right) = (constants.Find(comparison.Left), constants.Find(comparison.Right));
        if (left is { Value: null } || right is { Value: null })
        {
            return WithNull(comparison, left is { Value: null } ? comparison.Right : comparison.Left, operation);
        }

        return Named(comparison, operation, left, right)
            ?? Ordered(comparison)
            ?? Truth.Unknown(Reasons.NotUnderstood(comparison));
    }

    public Truth Read(MethodCallExpression call) =>
        Calls.Equality(call) is { } pair ? Equality(call, pair.Text, pair.Other)
        : Calls.Emptiness(call) is { } text ? Emptiness(call, text)
        : Calls.Containment(call) is { } found ? Containment(call, found.List, found.Item)
        : Truth.Unknown(Reasons.NotUnderstood(call));

    /// <summary>Whether a field says yes (or no).</summary>
    public Truth Flag(FieldPath field, bool value)
    {
        var domain = NamedDomain.Flag(field.AdmitsNull);
        return Set(
            new Dimension.Value(field, NamedSet.Everything(domain)),
            NamedSet.Of(domain, value ? NamedDomain.Yes : NamedDomain.No)
        )!;
    }

    public Truth IsNull(Expression owner) =>
        fields.Find(owner) is { AdmitsNull: true } field && DimensionOf(field) is { } dimension
            ? Missing(dimension, owner)
            : Truth.Unknown(Reasons.NotUnderstood(owner));

    private Truth WithNull(BinaryExpression comparison, Expression other, Operator operation)
    {
        if (operation is not (Operator.Equal or Operator.NotEqual))
        {
            return Truth.Of(false);
        }

        var bare = other is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : other;
        var isNull =
            bare.Type.IsValueType && Nullable.GetUnderlyingType(bare.Type) is null && fields.Find(bare) is not null
                ? Truth.Of(false)
            : fields.Find(bare) is { } field && DimensionOf(field) is { } dimension ? Missing(dimension, comparison)
            : Truth.Unknown(Reasons.NotUnderstood(comparison));
        return operation is Operator.Equal ? isNull : isNull.Not();
    }

    // A missing value is missing in every dimension of its field: one that is already there will do.
    private Truth Missing(Dimension dimension, Expression part)
    {
        var known = space.Dimensions.FirstOrDefault(other =>
            string.Equals(other.Field.Text, dimension.Field.Text, StringComparison.Ordinal)
        );
        var chosen = known ?? dimension;
        ValueSet missing = chosen.Everything switch
        {
            OrderedSet ordered => OrderedSet.Null(ordered.Domain),
            NamedSet named => NamedSet.Null(named.Domain),
            _ => chosen.Everything,
        };
        return Set(chosen, missing) ?? Truth.Unknown(Reasons.Circle(part));
    }

    private static Dimension.Value? DimensionOf(FieldPath field) =>
        field.Type == typeof(string) ? new Dimension.Value(field, NamedSet.Everything(NamedDomain.Text))
        : field.Bare == typeof(bool)
            ? new Dimension.Value(field, NamedSet.Everything(NamedDomain.Flag(field.AdmitsNull)))
        : OrderedValues.DomainOf(field) is { } domain ? new Dimension.Value(field, OrderedSet.Everything(domain))
        : null;

    private Truth? Named(
        BinaryExpression comparison,
        Operator operation,
        ConstantExpression? left,
        ConstantExpression? right
    )
    {
        if (
            operation is not (Operator.Equal or Operator.NotEqual)
            || (left ?? right) is not { Value: string or bool } constant
            || fields.Find(Bare(left is null ? comparison.Left : comparison.Right)) is not { } field
        )
        {
            return null;
        }

        var truth =
            constant.Value is bool flag && field.Bare == typeof(bool) ? Flag(field, flag)
            : constant.Value is string text && field.Type == typeof(string) ? Text(field, text)
            : null;
        return operation is Operator.Equal ? truth : truth?.Not();
    }

    private static Expression Bare(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : expression;

    private Truth Text(FieldPath field, params IEnumerable<string> texts) =>
        Set(DimensionOf(field)!, NamedSet.Of(NamedDomain.Text, texts))!;

    private Truth Equality(Expression call, Expression text, Expression other) =>
        fields.Find(text) is { } field && constants.Find(other) is { Value: string value }
            ? Failing(Text(field, value), field)
            : Truth.Unknown(Reasons.NotUnderstood(call));

    private Truth Emptiness(Expression call, Expression text) =>
        fields.Find(text) is { } field
            ? Set(DimensionOf(field)!, NamedSet.Of(NamedDomain.Text, "").Union(NamedSet.Null(NamedDomain.Text)))!
            : Truth.Unknown(Reasons.NotUnderstood(call));

    // Asking a missing text is a failure: neither yes nor no.
    private Truth Failing(Truth truth, FieldPath field)
    {
        var isThere = Set(DimensionOf(field)!, NamedSet.Null(NamedDomain.Text))!.False;
        return truth with { False = truth.False.Intersect(isThere) };
    }

    private Truth Containment(Expression call, Expression list, Expression item)
    {
        if (constants.Find(item) is { Value: string tag } && fields.Find(list) is { } field)
        {
            var domain = NamedDomain.Flag(admitsNull: false);
            return Set(
                new Dimension.Membership(field, tag, NamedSet.Everything(domain)),
                NamedSet.Of(domain, NamedDomain.Yes)
            )!;
        }

        if (
            constants.Find(list) is not { Value: System.Collections.IEnumerable values }
            || fields.Find(Bare(item)) is not { } asked
        )
        {
            return Truth.Unknown(Reasons.NotUnderstood(call));
        }

        object?[] items = [.. values];
        return asked.Type == typeof(string) && items.All(value => value is string) ? Text(asked, items.Cast<string>())
            : OrderedValues.DomainOf(asked) is { } ordered
            && items.All(value => OrderedValues.ToNumber(value) is not null)
                ? Numbers(asked, ordered, items)
            : Truth.Unknown(Reasons.NotUnderstood(call));
    }

    private Truth Numbers(FieldPath field, OrderedDomain domain, IEnumerable<object?> values)
    {
        var set = values
            .Select(value => OrderedValues.ToNumber(value)!.Value)
            .Aggregate(
                OrderedSet.Everything(domain).Complement(),
                (all, number) => all.Union(OrderedSet.Between(domain, Cut.Before(number), Cut.After(number)))
            );
        return Set(new Dimension.Value(field, OrderedSet.Everything(domain)), set)
            ?? Truth.Unknown(Reasons.Circle(Expression.Constant(field.Text)));
    }

    /// <summary>The line that an ordering comparison draws; null when it is no such comparison.</summary>
    public Line? LineOf(BinaryExpression comparison)
    {
        if (
            Operators.Of(comparison.NodeType) is not { } operation
            || terms.Find(comparison.Left) is not { } left
            || terms.Find(comparison.Right) is not { } right
            || Difference(left, right) is not { } difference
            || Asked(difference) is not { } asked
        )
        {
            return null;
        }

        return new Line(
            asked.Dimension,
            asked.IsFlipped ? operation.Flipped() : operation,
            asked.IsFlipped ? difference.Offset : -difference.Offset,
            difference.FailsOnNull
        );
    }

    private Truth? Ordered(BinaryExpression comparison)
    {
        if (LineOf(comparison) is not { } line)
        {
            return null;
        }

        var domain = ((OrderedSet)line.Dimension.Everything).Domain;
        var truth = Set(line.Dimension, line.Operator.SetOf(domain, line.Threshold));
        return truth is null ? Truth.Unknown(Reasons.Circle(comparison))
            : line.FailsOnNull ? WithoutNull(truth, line.Dimension)
            : truth;
    }

    private static Term? Difference(Term left, Term right)
    {
        if (left.Unit == 1 && right.Unit == 1)
        {
            return left.Minus(right);
        }

        var (span, number) = left.Unit == 1 ? (right, left) : (left, right);
        if (!number.IsConstant || number.Unit != 1 || Math.Abs(number.Offset) > ExactTicks / span.Unit)
        {
            return null;
        }

        var ticks = number with { Offset = number.Offset * span.Unit };
        var plain = span with { Unit = 1 };
        return left.Unit == 1 ? ticks.Minus(plain) : plain.Minus(ticks);
    }

    private static (Dimension Dimension, bool IsFlipped)? Asked(Term difference)
    {
        switch (difference.Fields.OrderBy(entry => entry.Key.Text, StringComparer.Ordinal).ToArray())
        {
            case [(var field, 1 or -1) single] when OrderedValues.DomainOf(field) is { } domain:
                return (new Dimension.Value(field, OrderedSet.Everything(domain)), single.Value < 0);
            case [(var first, 1 or -1) one, (var second, 1 or -1) other] when one.Value == -other.Value:
                // A distance is missing when its field is; the anchor is always there.
                if (first.AdmitsNull && second.AdmitsNull)
                {
                    return null;
                }

                var isSwapped = second.AdmitsNull || (!first.AdmitsNull && !first.Text.Contains('.'));
                var (field2, anchor) = isSwapped ? (second, first) : (first, second);
                return OrderedValues.DistancesOf(field2) is { } distances
                    ? (
                        new Dimension.Distance(field2, anchor, OrderedSet.Everything(distances)),
                        (isSwapped ? other.Value : one.Value) < 0
                    )
                    : null;
            default:
                return null;
        }
    }

    private Truth WithoutNull(Truth truth, Dimension dimension)
    {
        var isThere = Region.Of(space.Place(dimension)!.Value, dimension.Everything.WithoutNull());
        return truth with { True = truth.True.Intersect(isThere), False = truth.False.Intersect(isThere) };
    }

    private Truth? Set(Dimension dimension, ValueSet holds) =>
        space.Place(dimension) is { } place
            ? new Truth(Region.Of(place, holds), Region.Of(place, holds.Complement()), [])
            : null;
}
