namespace Workflows.Conformance.NCalc;

/// <summary>The CLR types as the recordings name them: C#'s words, or the type's own name.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, Type> Words = new(StringComparer.Ordinal)
    {
        ["bool"] = typeof(bool),
        ["byte"] = typeof(byte),
        ["sbyte"] = typeof(sbyte),
        ["short"] = typeof(short),
        ["ushort"] = typeof(ushort),
        ["int"] = typeof(int),
        ["uint"] = typeof(uint),
        ["long"] = typeof(long),
        ["ulong"] = typeof(ulong),
        ["float"] = typeof(float),
        ["double"] = typeof(double),
        ["decimal"] = typeof(decimal),
        ["char"] = typeof(char),
        ["string"] = typeof(string),
        ["object"] = typeof(object),
        ["Ctx"] = typeof(LambdaContext),
    };

    public static Type Of(string name) =>
        name.EndsWith('?') ? typeof(Nullable<>).MakeGenericType(Of(name[..^1]))
        : Words.TryGetValue(name, out var type) ? type
        : Type.GetType($"System.{name}") ?? throw new NotSupportedException($"The type '{name}' is not known here.");
}
