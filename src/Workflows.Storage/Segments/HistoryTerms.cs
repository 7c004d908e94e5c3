using System.Linq.Expressions;
using Workflows.Marketing.Segments;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Segments;

/// <summary>Questions about a contact's orders and events, as subqueries that find them by the contact.</summary>
internal sealed class HistoryTerms(RowTranslator translator, WorkflowsDbContext context, ParameterExpression row)
{
    /// <summary>The rows behind an input or a filtered one; null where it is neither.</summary>
    public Expression? Source(Expression node) =>
        node switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } => Source(operand),
            ParameterExpression { Name: "orders" } input when translator.IsInput(input) => Substitution.In(
                Orders(),
                row
            ),
            ParameterExpression { Name: "events" } input when translator.IsInput(input) => Substitution.In(
                Events(),
                row
            ),
            MethodCallExpression
            {
                Method: { Name: nameof(Enumerable.Where), DeclaringType: var owner },
                Arguments: [var source, LambdaExpression { Parameters.Count: 1 } predicate],
            } when owner == typeof(Enumerable) && Source(source) is { } rows => Filtered(rows, predicate),
            _ => null,
        };

    /// <summary>A method of LINQ over rows.</summary>
    public Term Call(string method, Expression rows, LambdaExpression? argument) =>
        (method, argument) switch
        {
            (nameof(Enumerable.Any), null) => Term.Condition(Any(rows)),
            (nameof(Enumerable.Any), { } predicate) => Term.Condition(Any(Filtered(rows, predicate))),
            (nameof(Enumerable.All), { } predicate) => Term.Condition(
                Logic.Not(Any(Filtered(rows, predicate, isNot: true)))
            ),
            (nameof(Enumerable.Count), null) => Count(rows),
            (nameof(Enumerable.Count), { } predicate) => Count(Filtered(rows, predicate)),
            (nameof(Enumerable.Sum), { } selector) => Sum(rows, selector),
            (nameof(Enumerable.Min) or nameof(Enumerable.Max), { } selector) => Extreme(method, rows, selector),
            (nameof(Enumerable.Average), _) => throw new DeclinedException(PlanReason.Arithmetic),
            _ => throw new DeclinedException(PlanReason.NotTranslated),
        };

    public Term Count(Expression rows) => new(typeof(int), Query(nameof(Queryable.Count), rows));

    private static MethodCallExpression Any(Expression rows) => Query(nameof(Queryable.Any), rows);

    private MethodCallExpression Filtered(Expression rows, LambdaExpression predicate, bool isNot = false)
    {
        var (element, body) = Bind(rows, predicate);
        if (!Logic.IsFalse(body.Fails))
        {
            throw new DeclinedException(PlanReason.Order);
        }

        var condition = Expression.Lambda(isNot ? Logic.Not(body.Value) : body.Value, element);
        return Query(nameof(Queryable.Where), rows, Expression.Quote(condition));
    }

    // Pieces are at least one each, so a sum that runs over does so in whatever order it is taken. Amounts are bounded
    // by the intake: their sums are exact in a decimal.
    private Term Sum(Expression rows, LambdaExpression selector)
    {
        switch (MemberOf(selector))
        {
            case nameof(PaidOrder.Quantity):
                Expression<Func<OrderRow, long>> pieces = order => (long)order.Quantity;
                var sum = Query(nameof(Queryable.Sum), rows, Expression.Quote(pieces));
                return new Term(typeof(int), sum)
                {
                    Fails = Expression.GreaterThan(sum, Expression.Constant((long)int.MaxValue)),
                };
            case nameof(PaidOrder.Amount):
                Expression<Func<OrderRow, decimal>> amount = order => order.Amount;
                return new Term(typeof(decimal), Query(nameof(Queryable.Sum), rows, Expression.Quote(amount)));
            default:
                throw new DeclinedException(PlanReason.Arithmetic);
        }
    }

    // The least and the greatest of nothing throw in rules, and are null in a database.
    private Term Extreme(string method, Expression rows, LambdaExpression selector)
    {
        if (MemberOf(selector) is null)
        {
            throw new DeclinedException(PlanReason.NotTranslated);
        }

        var (element, body) = Bind(rows, selector);
        if (!body.Value.Type.IsValueType)
        {
            throw new DeclinedException(PlanReason.Culture);
        }

        var optional = typeof(Nullable<>).MakeGenericType(body.Value.Type);
        var value = Expression.Lambda(Expression.Convert(body.Value, optional), element);
        var extreme = Expression.Call(
            typeof(Queryable),
            method,
            [element.Type, optional],
            rows,
            Expression.Quote(value)
        );
        return new Term(body.Type, Expression.Property(extreme, "Value")) { Fails = Logic.Not(Any(rows)) };
    }

    private (ParameterExpression Element, Term Body) Bind(Expression rows, LambdaExpression function)
    {
        var element = Expression.Parameter(rows.Type.GetGenericArguments()[0], "it");
        return (element, translator.TranslateWith(function.Parameters[0], element, function.Body));
    }

    private static string? MemberOf(LambdaExpression selector) =>
        selector.Body is MemberExpression { Expression: ParameterExpression element } member
        && element == selector.Parameters[0]
            ? member.Member.Name
            : null;

    private Expression<Func<ContactRow, IQueryable<OrderRow>>> Orders() =>
        contact =>
            context
                .Set<OrderRow>()
                .Where(order => order.ContactId == contact.Id && order.Tenant + 0 == contact.Tenant && order.Counts);

    private Expression<Func<ContactRow, IQueryable<ContactEventRow>>> Events() =>
        contact =>
            context
                .Set<ContactEventRow>()
                .Where(one => one.ContactId == contact.Id && one.Tenant + 0 == contact.Tenant);

    private static MethodCallExpression Query(string method, Expression rows, params Expression[] more) =>
        Expression.Call(typeof(Queryable), method, [rows.Type.GetGenericArguments()[0]], [rows, .. more]);
}
