using System.Linq.Dynamic.Core;
using System.Linq.Dynamic.Core.Parser;
using System.Linq.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Lambda.Mistakes;

namespace Workflows.Expressions.Lambda;

/// <summary>C#-like text over typed inputs, parsed to an expression tree that only reaches what the allow-list admits.</summary>
public static class LambdaNotation
{
    /// <summary>Parses lambda text against named, typed parameters.</summary>
    /// <param name="text">The text, such as <c>contact.PaidOrderCount &gt;= 2</c>; names are found whatever their case.</param>
    /// <param name="parameters">The inputs; each has a name.</param>
    /// <param name="resultType">The type the value must convert to; null leaves it to the text.</param>
    /// <param name="limits">What the text may cost; <see cref="ExpressionLimits.Default"/> unless given.</param>
    /// <param name="customTypes">Types whose public members and static methods the text may use besides the built-in ones.</param>
    /// <param name="vocabulary">The types whose names and methods the parser finds at all; null for the notation's own.</param>
    /// <returns>A tree over exactly these parameters, or the diagnostics.</returns>
    public static LambdaCompilation Parse(
        string text,
        IReadOnlyList<ParameterExpression> parameters,
        Type? resultType = null,
        ExpressionLimits? limits = null,
        IReadOnlyCollection<Type>? customTypes = null,
        LambdaVocabulary? vocabulary = null
    ) =>
        Parse(
            text,
            parameters,
            resultType,
            limits ?? ExpressionLimits.Default,
            customTypes ?? [],
            vocabulary?.Config ?? OwnConfig(customTypes ?? [], comparesObjects: false)
        );

    internal static ExpressionCompilation Compile(string text, InputShape? shape, ExpressionLimits limits) =>
        ScopeLambda.Compile(text, shape ?? InputShape.Empty, limits);

    internal static LambdaCompilation Parse(
        string text,
        IReadOnlyList<ParameterExpression> parameters,
        Type? resultType,
        ExpressionLimits limits,
        IReadOnlyCollection<Type> customTypes,
        ParsingConfig config
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(parameters);
        if (LambdaShape.Check(text, limits) is { } diagnostic)
        {
            return LambdaCompilation.Failed(diagnostic);
        }

        var whole = ParseOnce(text, parameters, resultType, limits, customTypes, config);
        return whole.Diagnostics is not [{ Code: DiagnosticCodes.UnknownName or DiagnosticCodes.TypeMismatch }]
            ? whole
            : LambdaCompilation.Failed(
                new MistakeFinder(
                    text,
                    parameters,
                    (part, type) => ParseOnce(part, parameters, type, limits, customTypes, config)
                ).Find(resultType, whole.Diagnostics)
            );
    }

    private static LambdaCompilation ParseOnce(
        string text,
        IReadOnlyList<ParameterExpression> parameters,
        Type? resultType,
        ExpressionLimits limits,
        IReadOnlyCollection<Type> customTypes,
        ParsingConfig config
    )
    {
        try
        {
            var parser = new ExpressionParser([.. parameters], text, [], config);
            var body = parser.Parse(resultType);
            return Check(text, body, parameters, limits, customTypes);
        }
        catch (Exception exception) when (ParserFailure.Explain(exception, text) is { } explained)
        {
            return LambdaCompilation.Failed(explained);
        }
    }

    internal static ParsingConfig OwnConfig(IReadOnlyCollection<Type> customTypes, bool comparesObjects) =>
        new()
        {
            // Which ToString() the parser finds on a number depends on what reflection listed first: both must do.
            AllowEqualsAndToStringMethodsOnObject = true,
            ConvertObjectToSupportComparison = comparesObjects,
            CustomTypeProvider = CustomTypes.Own(customTypes),
            ResolveTypesBySimpleName = true,
            SupportCastingToFullyQualifiedTypeAsString = false,
        };

    private static LambdaCompilation Check(
        string text,
        System.Linq.Expressions.Expression body,
        IReadOnlyList<ParameterExpression> parameters,
        ExpressionLimits limits,
        IReadOnlyCollection<Type> customTypes
    )
    {
        var types = customTypes.Concat(parameters.Select(parameter => parameter.Type).Where(IsGroup)).ToHashSet();
        var bounded = new BoundedRewriter(limits, Concatenations.In(body));
        var visitor = new AllowListVisitor(text, new AllowedTypes(types), limits, bounded);
        var checkedBody = bounded.WithBudget(visitor.Visit(body)!);
        return visitor.Diagnostics.Count == 0
            ? new(System.Linq.Expressions.Expression.Lambda(checkedBody, parameters), [])
            : LambdaCompilation.Failed(visitor.Diagnostics);
    }

    private static bool IsGroup(Type type) => typeof(DynamicClass).IsAssignableFrom(type);
}
