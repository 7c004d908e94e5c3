using System.Linq.Expressions;

namespace Workflows.Rules.Compilation;

/// <summary>
/// What the action of a rule that holds works out, from the inputs alone. The judge parses an action anew with the types
/// its values have then; so the inputs must be of their declared types, and parameters of types that cannot be null.
/// </summary>
internal sealed class FastOutput
{
    private readonly Lazy<Func<object?[], object?>> _run;
    private readonly IReadOnlyList<(int Input, Type Type)> _reads;

    private FastOutput(Lazy<Func<object?[], object?>> run, IReadOnlyList<(int Input, Type Type)> reads)
    {
        _run = run;
        _reads = reads;
    }

    /// <returns>The output; null where there is none, or where only a careful look can tell.</returns>
    public static FastOutput? Of(RuleProgram program, ProgramRule rule, Func<LambdaExpression, Delegate> compile)
    {
        if (rule.Bound.OnSuccess?.Output is not { } output || !IsExact(program, rule, output))
        {
            return null;
        }

        var reads = Reads(output, program.Inputs);
        return new FastOutput(
            new(() => (Func<object?[], object?>)compile(program.Output(output, rule.Trail, typeof(object))!)),
            [.. reads.Select(input => (Place(program.Inputs, input), input.Type))]
        );
    }

    /// <summary>Whether every parameter the output reads has the type at run time that it was bound with.</summary>
    public static bool IsExact(RuleProgram program, ProgramRule rule, LambdaExpression output)
    {
        IEnumerable<ParameterExpression> variables =
        [
            .. program.Params.Select(param => param.Variable),
            .. rule.Trail.SelectMany(nested => nested.Params).Select(param => param.Variable),
        ];
        return Reads(output, [.. variables])
            .All(variable => variable.Type.IsValueType && Nullable.GetUnderlyingType(variable.Type) is null);
    }

    public bool Fits(object?[] values)
    {
        foreach (var (input, type) in _reads)
        {
            if (values[input]?.GetType() != type)
            {
                return false;
            }
        }

        return true;
    }

    public object? Run(object?[] values) => _run.Value(values);

    public void Warm() => System.Runtime.CompilerServices.RuntimeHelpers.PrepareDelegate(_run.Value);

    private static IReadOnlyList<ParameterExpression> Reads(
        LambdaExpression output,
        IReadOnlyList<ParameterExpression> variables
    )
    {
        var slots = new Slots();
        foreach (var variable in variables)
        {
            slots.Add(variable);
        }

        return slots.Read(output.Body);
    }

    private static int Place(IReadOnlyList<ParameterExpression> inputs, ParameterExpression input)
    {
        var place = 0;
        while (inputs[place] != input)
        {
            place++;
        }

        return place;
    }
}
