using System.Text.Json;

namespace Workflows.Conformance.RuleFiles;

/// <summary>Compares exceptions by their types; what they say comes from libraries.</summary>
internal static class RecordedException
{
    public static IReadOnlyList<Difference> Compare(string place, Exception? given, JsonElement recorded)
    {
        var expected = recorded.ValueKind == JsonValueKind.Object ? recorded.GetProperty("type").GetString()! : "none";
        var type = given?.GetType().FullName ?? "none";
        return string.Equals(type, expected, StringComparison.Ordinal)
            ? []
            : [new Difference($"{place} exception", expected, $"{type}: {given?.Message}")];
    }
}
