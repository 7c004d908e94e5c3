namespace Workflows.Conformance.NCalc;

/// <summary>The object that recorded delegates were called with; formulas see its members by their names.</summary>
internal sealed class LambdaContext
{
#pragma warning disable IDE1006, CA1822 // The names and the kinds of the members are those of the recordings.
    public int a = 3;
    public double b = 4.5;
    public string c = "x";
    public bool d = true;
    public decimal m = 2.5m;

    public int Twice(int x) => 2 * x;
}
