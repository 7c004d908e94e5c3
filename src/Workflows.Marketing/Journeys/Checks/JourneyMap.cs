using System.Text.Json;
using Workflows.Marketing.Content;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Journeys.Checks;

/// <summary>A journey as its author sees it: blocks, where contacts come in, and what leads where, through the workflows that it uses as activities, too.</summary>
internal sealed class JourneyMap
{
    private readonly Dictionary<string, JourneyActivity> _blocks;
    private readonly ILookup<string, string> _next;
    private readonly ILookup<string, Connection> _ports;
    private readonly ILookup<(string Block, string Port), string> _ways;

    /// <param name="graph">The journey.</param>
    /// <param name="contents">The contents that its blocks name, by that name, as far as they are known.</param>
    public JourneyMap(WorkflowGraph graph, IReadOnlyDictionary<string, ContentItem>? contents = null)
    {
        Settings = graph.Definition.CustomProperties;
        var parts = JourneyActivity
            .Parts(graph)
            .Select(part => (part.Id, Inside: JourneyActivity.All(part.Definition!.Root).ToList()))
            .ToList();
        Blocks =
        [
            .. JourneyActivity
                .All(graph.Definition.Root)
                .Concat(parts.SelectMany(part => part.Inside))
                .Select(block =>
                    block.Literal("content") is { } name && contents?.GetValueOrDefault(name) is { } item
                        ? block with
                        {
                            Item = item,
                        }
                        : block
                ),
        ];
        _blocks = Blocks
            .DistinctBy(block => block.Id, StringComparer.Ordinal)
            .ToDictionary(block => block.Id, StringComparer.Ordinal);
        var drawn = parts.Aggregate(
            (IReadOnlyList<Connection>)[.. Blocks.SelectMany(Connection.Of).Distinct()],
            (all, part) => Connection.Through(all, part.Id, part.Inside)
        );
        _next = drawn.ToLookup(one => one.From, one => one.To, StringComparer.Ordinal);
        _ports = drawn.ToLookup(one => one.From, StringComparer.Ordinal);
        _ways = drawn.ToLookup(one => (one.From, one.Port), one => one.To);
        var reached = _next.SelectMany(targets => targets).ToHashSet(StringComparer.Ordinal);
        Entries = [.. Blocks.Where(block => block.Starts && !reached.Contains(block.Id))];
    }

    public JsonElement Settings { get; }

    public IReadOnlyList<JourneyActivity> Blocks { get; }

    /// <summary>The blocks by which contacts come in.</summary>
    public IReadOnlyList<JourneyActivity> Entries { get; }

    /// <summary>A setting's text, or null.</summary>
    public string? Text(params string[] path) =>
        Find(path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    /// <summary>A setting's texts: one, or a list of them.</summary>
    public IReadOnlyList<string> Texts(params string[] path) =>
        Find(path) switch
        {
            { ValueKind: JsonValueKind.String } one => [one.GetString()!],
            { ValueKind: JsonValueKind.Array } many =>
            [
                .. many.EnumerateArray()
                    .Where(item => item.ValueKind == JsonValueKind.String)
                    .Select(item => item.GetString()!),
            ],
            _ => [],
        };

    /// <summary>Whether a setting is there.</summary>
    public bool Has(params string[] path) =>
        Find(path).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>The shortest way from an entry to a block of one kind that passes none of another kind; null when there is none.</summary>
    public IReadOnlyList<JourneyActivity>? WayTo(Func<JourneyActivity, bool> target, Func<JourneyActivity, bool> around)
    {
        var ways = new Queue<IReadOnlyList<JourneyActivity>>(
            Entries.Select(entry => (IReadOnlyList<JourneyActivity>)[entry])
        );
        var seen = Entries.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        while (ways.TryDequeue(out var way))
        {
            var here = way[^1];
            if (target(here))
            {
                return way;
            }

            if (around(here))
            {
                continue;
            }

            foreach (var next in Next(here).Where(next => seen.Add(next.Id)))
            {
                ways.Enqueue([.. way, next]);
            }
        }

        return null;
    }

    /// <summary>What comes right after a block, with the outcome that leads there.</summary>
    public IEnumerable<(string Port, JourneyActivity Block)> WaysOut(JourneyActivity block) =>
        _ports[block.Id]
            .Select(one => (one.Port, Block: _blocks.GetValueOrDefault(one.To)))
            .Where(one => one.Block is not null)
            .Select(one => (one.Port, one.Block!));

    /// <summary>Everything that can come after a block.</summary>
    public IReadOnlyList<JourneyActivity> After(JourneyActivity block)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<JourneyActivity>([block]);
        List<JourneyActivity> after = [];
        while (open.TryDequeue(out var here))
        {
            foreach (var next in Next(here).Where(next => seen.Add(next.Id)))
            {
                after.Add(next);
                open.Enqueue(next);
            }
        }

        return after;
    }

    /// <summary>Everything that can come after a block up to blocks of a kind; those are there, and nothing behind them.</summary>
    public IReadOnlyList<JourneyActivity> AfterUntil(JourneyActivity block, Func<JourneyActivity, bool> end) =>
        Reach(Next(block), end);

    /// <summary>As <see cref="AfterUntil(JourneyActivity, Func{JourneyActivity, bool})"/>, by one way out of the block.</summary>
    public IReadOnlyList<JourneyActivity> AfterUntil(
        JourneyActivity block,
        string port,
        Func<JourneyActivity, bool> end
    ) => Reach(_ways[(block.Id, port)].Select(id => _blocks.GetValueOrDefault(id)).OfType<JourneyActivity>(), end);

    private List<JourneyActivity> Reach(IEnumerable<JourneyActivity> first, Func<JourneyActivity, bool> end)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<JourneyActivity>(first.Where(one => seen.Add(one.Id)));
        List<JourneyActivity> reached = [];
        while (open.TryDequeue(out var here))
        {
            reached.Add(here);
            foreach (var next in end(here) ? [] : Next(here).Where(next => seen.Add(next.Id)))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }

    private IEnumerable<JourneyActivity> Next(JourneyActivity block) =>
        _next[block.Id].Select(id => _blocks.GetValueOrDefault(id)).OfType<JourneyActivity>();

    private JsonElement Find(string[] path)
    {
        var found = Settings;
        foreach (var part in path)
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(part, out found))
            {
                return default;
            }
        }

        return found;
    }
}
