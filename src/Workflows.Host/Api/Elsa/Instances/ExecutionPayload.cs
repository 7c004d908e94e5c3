namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>What an execution left for its reader: its outcomes under Elsa's name for them, and its notes.</summary>
internal static class ExecutionPayload
{
    private const string Outcomes = "Outcomes";

    public static IReadOnlyDictionary<string, object?>? Of(
        IReadOnlyList<string>? outcomes,
        IReadOnlyDictionary<string, object?>? data
    )
    {
        if (outcomes is null && data is not { Count: > 0 })
        {
            return null;
        }

        var payload = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in data ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            payload[name] = value;
        }

        if (outcomes is not null)
        {
            payload[Outcomes] = outcomes;
        }

        return payload;
    }
}
