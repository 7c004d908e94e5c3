using System.Collections;
using RulesEngine.HelperFunctions;
using Workflows.Expressions;
using Workflows.Expressions.Lambda;

namespace Workflows.Rules.Binding;

/// <summary>
/// What the text of a rule may mention. The parser knows exactly the types that Microsoft's engine registers for the
/// same inputs, so that it takes nothing the engine refuses; of those, only trusted ones pass the allow-list.
/// </summary>
/// <param name="Types">What the parser knows.</param>
/// <param name="Trusted">The types whose members are admitted besides data and the notation's own.</param>
internal sealed record RuleVocabulary(LambdaVocabulary Types, IReadOnlyCollection<Type> Trusted)
{
    public static RuleVocabulary Of(InputShape shape, IReadOnlyCollection<Type> customTypes)
    {
        var known = new HashSet<Type>(customTypes);
        foreach (var input in shape.Parameters)
        {
            AddWithParts(input.Type, known);
        }

        known.UnionWith([typeof(ExpressionUtils), typeof(Enumerable)]);
        foreach (var type in known.ToList())
        {
            AddBases(type, known);
        }

        known.Add(typeof(IEnumerable));
        return new RuleVocabulary(new LambdaVocabulary(known), [.. customTypes, typeof(ExpressionUtils)]);
    }

    private static void AddWithParts(Type type, HashSet<Type> known)
    {
        if (!known.Add(type))
        {
            return;
        }

        foreach (var argument in type.GetGenericArguments())
        {
            AddWithParts(argument, known);
        }

        if (type.IsArray)
        {
            AddWithParts(type.GetElementType()!, known);
        }
    }

    private static void AddBases(Type type, HashSet<Type> known)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            known.Add(ancestor);
        }

        known.UnionWith(type.GetInterfaces());
    }
}
