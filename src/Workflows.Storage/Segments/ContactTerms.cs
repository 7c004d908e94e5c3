using System.Linq.Expressions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Segments;

/// <summary>A contact's own facts: its columns, attributes, tags and identities.</summary>
internal sealed class ContactTerms(WorkflowsDbContext context, ParameterExpression row)
{
    public Term Member(string name) =>
        name switch
        {
            nameof(Contact.JoinedAt) => Plain(nameof(ContactRow.JoinedAt)),
            nameof(Contact.PaidOrderCount) => Plain(nameof(ContactRow.PaidOrderCount)),
            nameof(Contact.PaidAmount) => Plain(nameof(ContactRow.PaidAmount)),
            nameof(Contact.LastPaidAt) => Nullable(Column(nameof(ContactRow.LastPaidAt))),
            _ => throw new DeclinedException(PlanReason.NotTranslated),
        };

    /// <summary>A method of <see cref="ContactValues"/>.</summary>
    public Term Field(string method, Term name)
    {
        if (name.Constant is not string text)
        {
            throw new DeclinedException(PlanReason.NotTranslated);
        }

        return method switch
        {
            nameof(ContactValues.Number) => Nullable(Attribute(SegmentFunctions.NumberMethod, text)),
            nameof(ContactValues.Flag) => Nullable(Attribute(SegmentFunctions.FlagMethod, text)),
            nameof(ContactValues.Text) => Nullable(Attribute(SegmentFunctions.TextMethod, text)),
            nameof(ContactValues.Has) => Term.Condition(Attribute(SegmentFunctions.HasMethod, text)),
            nameof(ContactValues.Identity) => Identity(text),
            _ => throw new DeclinedException(PlanReason.NotTranslated),
        };
    }

    /// <summary>Whether the contact has a tag.</summary>
    /// <remarks>
    /// Tags are one JSON array that only we write, without spaces: an element is where its text, in its quotes, follows
    /// the bracket or a comma. No quote within an element follows a comma, as it follows its backslash; the one text that
    /// could be mistaken, a closing quote and the next opening one with a comma between, is the tag "," alone.
    /// </remarks>
    public Term HasTag(Term tag)
    {
        if (tag.Constant is not string text || text is ",")
        {
            throw new DeclinedException(PlanReason.Characters);
        }

        var quoted = ContactJson.Write(text);
        var tags = Column(nameof(ContactRow.Tags));
        return Term.Condition(
            Expression.OrElse(
                Expression.Equal(SegmentFunctions.PositionIn(tags, $"[{quoted}"), Expression.Constant(1)),
                Expression.GreaterThan(SegmentFunctions.PositionIn(tags, $",{quoted}"), Expression.Constant(0))
            ),
            tag.Fails
        );
    }

    public Term CountTags() =>
        new(typeof(int), Expression.Call(SegmentFunctions.CountElementsMethod, Column(nameof(ContactRow.Tags))));

    public Term HasTags() =>
        Term.Condition(Expression.NotEqual(Column(nameof(ContactRow.Tags)), Expression.Constant("[]")));

    private Term Identity(string kindName)
    {
        if (!ContactIdentity.TryParseKind(kindName, out var kind))
        {
            return new Term(typeof(string), Expression.Constant("")) { IsNull = Logic.True };
        }

        var number = (short)kind;
        Expression<Func<ContactRow, IQueryable<ContactIdentityRow>>> names = contact =>
            context
                .Set<ContactIdentityRow>()
                .Where(name =>
                    name.ContactId == contact.Id && name.Tenant + 0 == contact.Tenant && name.Kind == number
                );
        Expression<Func<IQueryable<ContactIdentityRow>, string>> first = all =>
            all.OrderBy(name => name.Value).Select(name => name.Value).FirstOrDefault()!;
        Expression<Func<IQueryable<ContactIdentityRow>, bool>> any = all => all.Any();
        var source = Substitution.In(names, row);
        return new Term(typeof(string), Substitution.In(first, source))
        {
            IsNull = Logic.Not(Substitution.In(any, source)),
        };
    }

    private MethodCallExpression Attribute(System.Reflection.MethodInfo function, string name) =>
        AttributeName.IsSafe(name)
            ? Expression.Call(function, Column(nameof(ContactRow.Attributes)), Expression.Constant(name))
            : throw new DeclinedException(PlanReason.Characters);

    private static Term Nullable(Expression value)
    {
        var type = System.Nullable.GetUnderlyingType(value.Type);
        return new Term(type ?? value.Type, type is null ? value : Expression.Property(value, "Value"))
        {
            IsNull = Expression.Equal(value, Expression.Constant(null, value.Type)),
        };
    }

    private Term Plain(string column)
    {
        var value = Column(column);
        return new Term(value.Type, value);
    }

    private MemberExpression Column(string name) => Expression.Property(row, name);
}
