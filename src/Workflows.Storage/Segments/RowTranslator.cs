using System.Linq.Expressions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;

namespace Workflows.Storage.Segments;

/// <summary>
/// Turns parts of a rule over a contact into expressions over its rows that EF Core makes SQL of. It takes what it can
/// prove to give the rule's answer for every contact, whatever the database, and declines the rest.
/// </summary>
internal sealed class RowTranslator
{
    private readonly LambdaExpression _condition;
    private readonly ClosedParts _closed;
    private readonly ContactTerms _contact;
    private readonly HistoryTerms _history;
    private readonly Dictionary<ParameterExpression, Term> _variables = [];
    private readonly Dictionary<ParameterExpression, ParameterExpression> _elements = [];

    /// <param name="context">Gives the tables.</param>
    /// <param name="row">The contact's row.</param>
    /// <param name="condition">The condition over the inputs of a segment.</param>
    /// <param name="now">The moment of the question.</param>
    public RowTranslator(
        WorkflowsDbContext context,
        ParameterExpression row,
        LambdaExpression condition,
        DateTimeOffset now
    )
    {
        _condition = condition;
        _closed = new ClosedParts(condition.Parameters.Single(input => input.Name is "now"), now);
        _contact = new ContactTerms(context, row);
        _history = new HistoryTerms(this, context, row);
    }

    public bool IsInput(ParameterExpression parameter) => _condition.Parameters.Contains(parameter);

    /// <summary>What a parameter of the rules stands for, from here on.</summary>
    /// <param name="variable">The parameter.</param>
    /// <param name="value">Its value, as the rules write it.</param>
    /// <param name="term">Its translation; null where there is none.</param>
    public void Remember(ParameterExpression variable, Expression value, Term? term)
    {
        _closed.Remember(variable, value);
        if (term is not null)
        {
            // Its failure was counted where it was worked out.
            _variables[variable] = term with
            {
                Fails = Logic.False,
            };
        }
    }

    /// <exception cref="DeclinedException">There is no translation that is certain.</exception>
    public Term Translate(Expression node)
    {
        if (_closed.TryClose(node) is { } closed)
        {
            return ConstantTerms.Evaluate(closed);
        }

        return node switch
        {
            ParameterExpression variable when _variables.TryGetValue(variable, out var term) => term,
            MemberExpression member => Member(member),
            UnaryExpression unary => Unary(unary),
            BinaryExpression binary => Binary(binary),
            ConditionalExpression choice => Choice(
                Translate(choice.Test),
                Translate(choice.IfTrue),
                Translate(choice.IfFalse)
            ),
            MethodCallExpression call => Call(call),
            _ => throw new DeclinedException(PlanReason.NotTranslated),
        };
    }

    /// <summary>Translates what a function says about one row of a subquery.</summary>
    public Term TranslateWith(ParameterExpression element, ParameterExpression itsRow, Expression body)
    {
        _elements[element] = itsRow;
        return Translate(body);
    }

    private Term Member(MemberExpression member)
    {
        var name = member.Member.Name;
        switch (member.Expression)
        {
            case ParameterExpression input when _elements.TryGetValue(input, out var element):
                return OfRow(element, member);
            case ParameterExpression { Name: "contact" } input when IsInput(input):
                return _contact.Member(name);
            case MemberExpression { Member.Name: nameof(Contact.Tags), Expression: ParameterExpression }
                when name is "Count":
                return _contact.CountTags();
            case { } source when name is "Count" && _history.Source(source) is { } rows:
                return _history.Count(rows);
            case { } owner:
                return MemberOf(Translate(owner), owner.Type, name);
            default:
                throw new DeclinedException(PlanReason.NotTranslated);
        }
    }

    // A column of another type says something else than the rule asks. Rows are filtered so that none lacks a value.
    private static Term OfRow(ParameterExpression element, MemberExpression member)
    {
        Expression value = Expression.Property(element, member.Member.Name);
        value = Nullable.GetUnderlyingType(value.Type) is null ? value : Expression.Property(value, "Value");
        return value.Type == member.Type
            ? new Term(value.Type, value)
            : throw new DeclinedException(PlanReason.NotTranslated);
    }

    private static Term MemberOf(Term owner, Type type, string name) =>
        (Nullable.GetUnderlyingType(type) is not null, name) switch
        {
            (true, "HasValue") => Term.Condition(Logic.Not(owner.IsNull), owner.Fails),
            (true, "Value") => owner.NotNull(),
            _ when owner.Type == typeof(TimeSpan) => TimeTerms.Property(owner, name),
            _ when owner.Type == typeof(DateTimeOffset) => throw new DeclinedException(PlanReason.Calendar),
            _ when owner.Type == typeof(string) => throw new DeclinedException(PlanReason.Letters),
            _ => throw new DeclinedException(PlanReason.NotTranslated),
        };

    private Term Unary(UnaryExpression unary)
    {
        var operand = Translate(unary.Operand);
        switch (unary.NodeType)
        {
            case ExpressionType.Not when unary.Type == typeof(bool):
                return operand with { Value = Logic.Not(operand.Value) };
            case ExpressionType.Negate:
                return NumberTerms.Negate(operand);
            case ExpressionType.Convert:
                var type = Nullable.GetUnderlyingType(unary.Type) ?? unary.Type;
                var losesNull = unary.Type.IsValueType && Nullable.GetUnderlyingType(unary.Type) is null;
                var converted = NumberTerms.Convert(operand, type);
                return losesNull ? converted.NotNull() : converted;
            default:
                throw new DeclinedException(PlanReason.NotTranslated);
        }
    }

    private Term Binary(BinaryExpression binary)
    {
        if (binary.NodeType == ExpressionType.Coalesce && binary.Conversion is null)
        {
            return Coalesce(Translate(binary.Left), Translate(binary.Right));
        }

        var (left, right) = (Translate(binary.Left), Translate(binary.Right));
        switch (binary.NodeType)
        {
            case ExpressionType.AndAlso when binary.Type == typeof(bool):
                return Term.And(left, right);
            case ExpressionType.OrElse when binary.Type == typeof(bool):
                return Term.Or(left, right);
            case ExpressionType.And when binary.Type == typeof(bool):
                return Term.Condition(Logic.And(left.Value, right.Value), Logic.Or(left.Fails, right.Fails));
            case ExpressionType.Or when binary.Type == typeof(bool):
                return Term.Condition(Logic.Or(left.Value, right.Value), Logic.Or(left.Fails, right.Fails));
            case ExpressionType.Equal
            or ExpressionType.NotEqual
            or ExpressionType.LessThan
            or ExpressionType.LessThanOrEqual
            or ExpressionType.GreaterThan
            or ExpressionType.GreaterThanOrEqual when binary.Type == typeof(bool):
                return ComparisonTerms.Compare(binary.NodeType, left, right);
            case ExpressionType.Add or ExpressionType.Subtract when left.Type == typeof(DateTimeOffset):
                return TimeTerms.Calculate(binary.NodeType, left, right);
            case ExpressionType.Add
            or ExpressionType.Subtract
            or ExpressionType.Multiply
            or ExpressionType.Divide
            or ExpressionType.Modulo:
                return NumberTerms.Calculate(binary.NodeType, left, right);
            default:
                throw new DeclinedException(PlanReason.NotTranslated);
        }
    }

    private static Term Coalesce(Term left, Term right) => Merge(Logic.Not(left.IsNull), left, right, left.Fails);

    private static Term Choice(Term test, Term then, Term otherwise) => Merge(test.Value, then, otherwise, test.Fails);

    private static Term Merge(Expression test, Term then, Term otherwise, Expression fails)
    {
        if (then.Type != otherwise.Type || then.Value.Type != otherwise.Value.Type)
        {
            throw new DeclinedException(PlanReason.NotTranslated);
        }

        return new Term(then.Type, Pick(then.Value, otherwise.Value))
        {
            IsNull = Pick(then.IsNull, otherwise.IsNull),
            Fails = Logic.Or(fails, Pick(then.Fails, otherwise.Fails)),
        };

        Expression Pick(Expression first, Expression second) =>
            first == second ? first
            : first.Type == typeof(bool) ? Logic.Or(Logic.And(test, first), Logic.And(Logic.Not(test), second))
            : Logic.If(test, first, second);
    }

    private Term Call(MethodCallExpression call)
    {
        var (owner, name) = (call.Method.DeclaringType, call.Method.Name);
        if (owner == typeof(ContactValues) && call.Arguments is [ParameterExpression { Name: "contact" }, var field])
        {
            return _contact.Field(name, Translate(field));
        }

        if (IsTags(call.Object ?? call.Arguments.FirstOrDefault()))
        {
            return Tags(name, call.Object is null ? [.. call.Arguments.Skip(1)] : [.. call.Arguments]);
        }

        if (owner == typeof(Enumerable) && _history.Source(call.Arguments[0]) is { } rows)
        {
            return call.Arguments.Count > 2
                ? throw new DeclinedException(PlanReason.NotTranslated)
                : _history.Call(name, rows, call.Arguments.ElementAtOrDefault(1) as LambdaExpression);
        }

        if (owner == typeof(string))
        {
            Term[] arguments = [.. call.Arguments.Select(Translate)];
            return call.Object is null
                ? TextTerms.CallStatic(name, arguments)
                : TextTerms.Call(Translate(call.Object), name, arguments);
        }

        return owner == typeof(DateTimeOffset) && call.Object is { } moment
            ? TimeTerms.Call(Translate(moment), name, [.. call.Arguments.Select(Translate)])
            : throw new DeclinedException(PlanReason.NotTranslated);
    }

    private Term Tags(string method, IReadOnlyList<Expression> arguments) =>
        (method, arguments) switch
        {
            ("Contains", [var tag]) => _contact.HasTag(Translate(tag)),
            ("Count", []) => _contact.CountTags(),
            ("Any", []) => _contact.HasTags(),
            _ => throw new DeclinedException(PlanReason.NotTranslated),
        };

    private bool IsTags(Expression? node) =>
        node is UnaryExpression { NodeType: ExpressionType.Convert } unary
            ? IsTags(unary.Operand)
            : node is MemberExpression { Member.Name: nameof(Contact.Tags), Expression: ParameterExpression owner }
                && IsInput(owner);
}
