using System.Linq.Expressions;
using System.Reflection;
using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>Recognises inputs and their members. Objects on the way to a member are taken to be there.</summary>
internal sealed class Fields(IReadOnlyDictionary<ParameterExpression, Expression> parameters)
{
    /// <summary>The field an expression reads; null when it does more than read one.</summary>
    public FieldPath? Find(Expression expression) =>
        expression switch
        {
            ParameterExpression parameter when parameters.TryGetValue(parameter, out var value) => Find(value),
            ParameterExpression input => new FieldPath(input.Name!, input.Type),
            MemberExpression { Expression: { } owner, Member: PropertyInfo or FieldInfo } member
                when IsRecord(owner.Type) && Find(owner) is { } path => new FieldPath(
                $"{path.Text}.{member.Member.Name}",
                member.Type
            ),
            _ => null,
        };

    // Parts of a text or an instant are not fields of their own: they depend on the whole.
    private static bool IsRecord(Type type) =>
        !type.IsValueType && type != typeof(string) && !typeof(System.Collections.IEnumerable).IsAssignableFrom(type);
}
