using System.Globalization;
using System.Text.Json.Nodes;
using Workflows.Host.Composition;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Designer;
using Workflows.Runtime.Json;

namespace Workflows.Host.Tests.Documents;

/// <summary>Every workflow that is shipped can be read on the canvas: no block lies on another, and it goes from left to right.</summary>
public sealed class CanvasLayoutTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "workflows");

    private static readonly WorkflowDefinition[] Shipped =
    [
        .. Directory
            .EnumerateDirectories(Folder)
            .Select(folder => ElsaReader.Read(File.ReadAllText(Path.Combine(folder, "workflow.json"))).Definition!),
    ];

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Workflow_OnTheCanvas_NoBlockLiesOnAnother(string name)
    {
        var blocks = (await BlocksAsync(Read(name))).Values.ToArray();

        var covered =
            from first in blocks
            from second in blocks
            where !ReferenceEquals(first, second) && first.Covers(second)
            select $"'{first.Name}' lies on '{second.Name}'";
        Assert.Equal("", string.Join('\n', covered));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Workflow_OnTheCanvas_GoesToTheRightUnlessItReturns(string name)
    {
        var root = Read(name);
        var blocks = await BlocksAsync(root);
        var next = Connections(root).ToLookup(one => one.From, one => one.To, StringComparer.Ordinal);

        var backward =
            from connection in Connections(root)
            where !blocks[connection.From].StandsBefore(blocks[connection.To])
            where !Reaches(connection.To, connection.From, next)
            select $"'{blocks[connection.From].Name}' does not stand before '{blocks[connection.To].Name}'";
        Assert.Equal("", string.Join('\n', backward));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(279, 59, true)]
    [InlineData(280, 0, false)]
    [InlineData(0, 60, false)]
    public void Blocks_CoverEachOther_UntilTheyStandApart(double x, double y, bool covers) =>
        Assert.Equal(covers, new CanvasBlock("a", 0, 0, 280, 60).Covers(new CanvasBlock("b", x, y, 280, 60)));

    private static JsonObject Read(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name, "workflow.json")))!["root"]!.AsObject();

    private static async Task<Dictionary<string, CanvasBlock>> BlocksAsync(JsonObject root)
    {
        var compiler = RuntimeRoom.CreateCompiler();
        var activities = await new DesignerCatalog(compiler.Activities, compiler.Expressions).ListActivitiesAsync(
            CultureInfo.GetCultureInfo("zh-CN"),
            Shipped.Where(one => one.Options.UsableAsActivity),
            CancellationToken.None
        );
        var types = activities
            .GroupBy(activity => activity.TypeName, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);
        return root["activities"]!
            .AsArray()
            .Select(activity => activity!.AsObject())
            .ToDictionary(
                activity => (string)activity["id"]!,
                activity => Block(activity, types[(string)activity["type"]!]),
                StringComparer.Ordinal
            );
    }

    private static CanvasBlock Block(JsonObject activity, ActivityDescription type)
    {
        var own = (string?)activity["outcomes"]?["expression"]?["value"];
        // A list of outcomes is the author's own; one word is what a block ends with.
        var outcomes = own?.StartsWith('[') is true
            ? JsonNode.Parse(own)!.AsArray().Count + 1
            : type.Ports.Count(port => port.Type is PortKind.Flow);
        return CanvasBlock.Of(activity, type.DisplayName, type.IsTerminal ? 0 : Math.Max(1, outcomes));
    }

    private static IEnumerable<(string From, string To)> Connections(JsonObject root) =>
        root["connections"]!
            .AsArray()
            .Select(one => ((string)one!["source"]!["activity"]!, (string)one["target"]!["activity"]!));

    private static bool Reaches(string from, string to, ILookup<string, string> next)
    {
        var seen = new HashSet<string>([from], StringComparer.Ordinal);
        var queue = new Queue<string>(seen);
        while (queue.TryDequeue(out var at))
        {
            foreach (var target in next[at].Where(seen.Add))
            {
                queue.Enqueue(target);
            }
        }

        return seen.Contains(to);
    }
}
