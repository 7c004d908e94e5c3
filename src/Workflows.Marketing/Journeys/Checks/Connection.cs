using System.Text.Json;

namespace Workflows.Marketing.Journeys.Checks;

/// <summary>A line between two blocks.</summary>
/// <param name="From">The block it leaves.</param>
/// <param name="Port">The outcome it follows.</param>
/// <param name="To">The block it leads to.</param>
internal sealed record Connection(string From, string Port, string To)
{
    /// <summary>The lines drawn in a flowchart; none for any other block.</summary>
    public static IEnumerable<Connection> Of(JourneyActivity block) =>
        block.Document.TryGetProperty("connections", out var drawn) && drawn.ValueKind == JsonValueKind.Array
            ? drawn.EnumerateArray().Select(Read).OfType<Connection>()
            : [];

    /// <summary>
    /// The lines with a workflow's own blocks put between: whoever comes to it comes to its first blocks, whoever leaves it leaves its last ones.
    /// </summary>
    /// <param name="all">All lines, those inside the workflow too.</param>
    /// <param name="part">The block that is the workflow.</param>
    /// <param name="inside">What is in it.</param>
    public static IReadOnlyList<Connection> Through(
        IReadOnlyList<Connection> all,
        string part,
        IReadOnlyList<JourneyActivity> inside
    )
    {
        var left = all.Select(one => one.From).ToHashSet(StringComparer.Ordinal);
        var reached = all.Select(one => one.To).ToHashSet(StringComparer.Ordinal);
        string[] steps = [.. inside.Where(block => block.ConnectedOutcomes is not null).Select(block => block.Id)];
        string[] first = [.. steps.Where(id => !reached.Contains(id))];
        string[] last = [.. steps.Where(id => !left.Contains(id))];
        var after = all.ToLookup(one => one.From.Equals(part, StringComparison.Ordinal));
        return first.Length == 0 || last.Length == 0
            ? all
            :
            [
                .. after[false],
                .. first.Select(id => new Connection(part, "Done", id)),
                .. after[true].SelectMany(one => last.Select(id => one with { From = id })),
            ];
    }

    private static Connection? Read(JsonElement drawn) =>
        (EndOf(drawn, "source", "activity"), EndOf(drawn, "target", "activity")) is ({ } from, { } to)
            ? new Connection(from, EndOf(drawn, "source", "port") ?? "Done", to)
            : null;

    private static string? EndOf(JsonElement connection, string end, string member) =>
        connection.ValueKind == JsonValueKind.Object
        && connection.TryGetProperty(end, out var found)
        && found.ValueKind == JsonValueKind.Object
        && found.TryGetProperty(member, out var id)
        && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}
