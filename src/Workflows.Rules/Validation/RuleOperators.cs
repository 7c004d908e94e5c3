namespace Workflows.Rules.Validation;

/// <summary>The operators that combine nested rules. The judge knows them in exactly this spelling.</summary>
internal static class RuleOperators
{
    private static readonly string[] Known = ["And", "AndAlso", "Or", "OrElse"];

    public static bool IsKnown(string name) => Known.Contains(name, StringComparer.Ordinal);

    public static bool IsOr(string name) => name is "Or" or "OrElse";

    public static string Suggest(string name) =>
        Known.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) is { } meant
            ? $"\"{meant}\""
            : "\"And\", \"AndAlso\", \"Or\" or \"OrElse\"";
}
