namespace Workflows.Runtime.Activities;

internal static class NoInput
{
    public static IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?>(StringComparer.Ordinal);
}
