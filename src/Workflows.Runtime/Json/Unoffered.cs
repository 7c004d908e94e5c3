namespace Workflows.Runtime.Json;

/// <summary>Activity types of the original that are not offered here on purpose, and what to do instead.</summary>
internal static class Unoffered
{
    private static readonly Dictionary<string, string> Remedies = new(StringComparer.Ordinal)
    {
        ["Elsa.RunPython"] =
            "Python is not run here, since it cannot be kept within bounds: write it in JavaScript (Run JavaScript).",
        ["Elsa.ReadLine"] = "There is no console behind a journey: wait for an event or a task instead.",
    };

    /// <summary>What to do instead of an activity type; null where there is nothing special to say.</summary>
    public static string? RemedyFor(string type) => Remedies.GetValueOrDefault(type);
}
