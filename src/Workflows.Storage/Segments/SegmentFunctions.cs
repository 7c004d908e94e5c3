using System.Linq.Expressions;
using System.Reflection;

namespace Workflows.Storage.Segments;

/// <summary>What queries of segments call in the database. The bodies are never run: each database has its own words for them.</summary>
internal static class SegmentFunctions
{
    public static readonly MethodInfo TicksMethod = Method(nameof(Ticks));
    public static readonly MethodInfo LongMethod = Method(nameof(Long));
    public static readonly MethodInfo PositionMethod = Method(nameof(Position));
    public static readonly MethodInfo FirstMethod = Method(nameof(First));
    public static readonly MethodInfo LastMethod = Method(nameof(Last));
    public static readonly MethodInfo CountElementsMethod = Method(nameof(CountElements));
    public static readonly MethodInfo NumberMethod = Method(nameof(Number));
    public static readonly MethodInfo TextMethod = Method(nameof(Text));
    public static readonly MethodInfo FlagMethod = Method(nameof(Flag));
    public static readonly MethodInfo HasMethod = Method(nameof(Has));

    /// <summary>A stored moment as the number it is stored as.</summary>
    public static long Ticks(DateTimeOffset moment) => throw InDatabase();

    /// <summary>A number with 64 bits, for sums that 32 do not hold; EF Core drops a plain conversion.</summary>
    public static long Long(int number) => throw InDatabase();

    /// <summary>Where a text first occurs in another, from 1; 0 where it does not.</summary>
    public static int Position(string text, string part) => throw InDatabase();

    /// <summary>The first characters of a text.</summary>
    public static string First(string text, int count) => throw InDatabase();

    /// <summary>The last characters of a text.</summary>
    public static string Last(string text, int count) => throw InDatabase();

    /// <summary>How many elements a JSON array has.</summary>
    public static int CountElements(string json) => throw InDatabase();

    /// <summary>A member of a JSON object where it is a number, else null.</summary>
    public static decimal? Number(string json, string name) => throw InDatabase();

    /// <summary>A member of a JSON object where it is a text, else null.</summary>
    public static string? Text(string json, string name) => throw InDatabase();

    /// <summary>A member of a JSON object where it is true or false, else null.</summary>
    public static bool? Flag(string json, string name) => throw InDatabase();

    /// <summary>Whether a JSON object has a member.</summary>
    public static bool Has(string json, string name) => throw InDatabase();

    public static MethodCallExpression PositionIn(Expression text, string part) =>
        Expression.Call(PositionMethod, text, Expression.Constant(part));

    private static MethodInfo Method(string name) => typeof(SegmentFunctions).GetMethod(name)!;

    private static InvalidOperationException InDatabase() => new("This function is part of a query.");
}
