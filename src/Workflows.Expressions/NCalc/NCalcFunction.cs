using Workflows.Expressions.NCalc.Steps;

namespace Workflows.Expressions.NCalc;

/// <summary>A built-in function.</summary>
/// <param name="Name">The name as formulas write it.</param>
/// <param name="Arity">How many arguments it takes, or takes at least.</param>
/// <param name="Compile">Makes a call of the function; it evaluates the arguments it needs, when it needs them.</param>
/// <param name="IsOpen">Whether it takes more arguments as well.</param>
/// <param name="IsOdd">Whether their number must be odd.</param>
internal sealed record NCalcFunction(
    string Name,
    int Arity,
    Func<NCalcMath, NCalcStep[], NCalcStep> Compile,
    bool IsOpen = false,
    bool IsOdd = false
)
{
    /// <summary>What the function wants, as an error message says it.</summary>
    public string Requirement =>
        (IsOpen, IsOdd) switch
        {
            (true, true) => $"{Name}() takes an odd number of arguments, at least {Arity}.",
            (true, false) => $"{Name}() takes at least {Arity} arguments.",
            _ => $"{Name}() takes exactly {Arity} argument{(Arity == 1 ? "" : "s")}.",
        };

    public bool Accepts(int count) => (IsOpen ? count >= Arity : count == Arity) && (!IsOdd || count % 2 == 1);
}
