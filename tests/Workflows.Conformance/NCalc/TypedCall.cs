using System.Reflection;
using Workflows.Expressions;
using Workflows.Expressions.NCalc;

namespace Workflows.Conformance.NCalc;

/// <summary>Evaluates a formula in the way a case names: <c>Evaluate&lt;int&gt;</c>, <c>ToLambda&lt;Ctx,bool&gt;</c>, or plainly.</summary>
internal static class TypedCall
{
    public static bool IsDelegate(string? api) => api?.StartsWith("ToLambda", StringComparison.Ordinal) is true;

    public static object? Evaluate(NCalcFormula formula, Scope scope, string? api)
    {
        if (api is null)
        {
            return formula.Evaluate(scope);
        }

        var types = api[(api.IndexOf('<', StringComparison.Ordinal) + 1)..^1].Split(',').Select(TypeNames.Of).ToArray();
        var name =
            !IsDelegate(api) ? nameof(Typed)
            : types.Length == 2 ? nameof(OverContext)
            : nameof(OverParameters);
        return typeof(TypedCall)
            .GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(types)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [formula, scope], culture: null);
    }

    private static object? Typed<TResult>(NCalcFormula formula, Scope scope) => formula.Evaluate<TResult>(scope);

    private static object? OverParameters<TResult>(NCalcFormula formula, Scope scope) =>
        Call(formula.ToDelegate<TResult>(scope));

    private static object? OverContext<TContext, TResult>(NCalcFormula formula, Scope scope)
        where TContext : new()
    {
        var call = formula.ToDelegate<TContext, TResult>();
        return Call(() => call(new TContext()));
    }

    // A delegate throws what .NET throws.
    private static object? Call<TResult>(Func<TResult> call)
    {
        try
        {
            return call();
        }
        catch (Exception exception)
        {
            throw new ExpressionException(exception.Message, exception);
        }
    }
}
