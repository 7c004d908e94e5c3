using System.Text.Json;

namespace Workflows.Host.Tests.Elsa;

/// <summary>Compares an answer with a recorded one by shape: the members that were there, each with the same kind of value.</summary>
internal static class JsonShape
{
    /// <summary>What the answer lacks or has otherwise; empty where it fits.</summary>
    /// <param name="recorded">An answer that the Studio accepted.</param>
    /// <param name="answer">The answer now.</param>
    /// <param name="optional">Members that need not be there.</param>
    public static IReadOnlyList<string> Differences(JsonElement recorded, JsonElement answer, params string[] optional)
    {
        List<string> differences = [];
        Compare(recorded, answer, "$", [.. optional], differences);
        return differences;
    }

    private static void Compare(
        JsonElement recorded,
        JsonElement answer,
        string path,
        HashSet<string> optional,
        List<string> differences
    )
    {
        if (recorded.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (!string.Equals(KindOf(recorded), KindOf(answer), StringComparison.Ordinal))
        {
            differences.Add($"{path}: {answer.ValueKind} instead of {recorded.ValueKind}");
            return;
        }

        switch (recorded.ValueKind)
        {
            case JsonValueKind.Object:
                CompareMembers(recorded, answer, path, optional, differences);
                break;
            case JsonValueKind.Array when recorded.GetArrayLength() > 0:
                foreach (var item in answer.EnumerateArray())
                {
                    Compare(recorded[0], item, $"{path}[]", optional, differences);
                }

                break;
        }
    }

    private static void CompareMembers(
        JsonElement recorded,
        JsonElement answer,
        string path,
        HashSet<string> optional,
        List<string> differences
    )
    {
        foreach (var member in recorded.EnumerateObject())
        {
            var place = $"{path}.{member.Name}";
            if (answer.TryGetProperty(member.Name, out var value))
            {
                if (value.ValueKind == JsonValueKind.Null && member.Value.ValueKind != JsonValueKind.Null)
                {
                    differences.Add($"{place}: null, which the Studio does not bear");
                    continue;
                }

                Compare(member.Value, value, place, optional, differences);
            }
            else if (member.Value.ValueKind != JsonValueKind.Null && !optional.Contains(member.Name))
            {
                differences.Add($"{place}: missing");
            }
        }
    }

    private static string KindOf(JsonElement json) =>
        json.ValueKind is JsonValueKind.True or JsonValueKind.False ? "Boolean" : json.ValueKind.ToString();
}
