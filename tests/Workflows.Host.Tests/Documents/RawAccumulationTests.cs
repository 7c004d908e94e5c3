using System.Text.Json.Nodes;
using Workflows.Host.Composition;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Tests.Documents;

/// <summary>The sections of the template <c>raw-accumulation</c> may change places: friend, group, account and member in any order.</summary>
public sealed class RawAccumulationTests
{
    private const int Sections = 4;

    private static readonly TemplateReading Shipped = new TemplateShelf(Repository.Root).Read("raw-accumulation")!;

    public static TheoryData<string> Orders => [.. Permute([1, 2, 3, 4]).Select(order => string.Concat(order))];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Sections_InAnyOrder_AreValid(string order)
    {
        var files = Shipped.Files! with { Workflow = Rewired(Shipped.Files.Workflow, order) };

        var report = await new TemplateTrial(RuntimeRoom.CreateCompiler()).RunAsync(Shipped.Template!, files);

        Assert.Empty(report.Diagnostics.Select(found => $"{found.Path} {found.Code} {found.Message}"));

        // A friend skips section 1, wherever it is; the case holds as long as the other three are in its order.
        var patient = Assert.Single(report.Journey, result => result.Case.Name is "only-a-friend");
        Assert.Equal(order.Replace("1", string.Empty, StringComparison.Ordinal) is "234", patient.Passed);
    }

    // Every way that leads into a section, or from the last one to the end, leads to what now comes next.
    private static string Rewired(string workflow, string order)
    {
        var document = JsonNode.Parse(workflow)!;
        var ids = document["root"]!["activities"]!
            .AsArray()
            .ToDictionary(one => (string)one!["name"]!, one => (string)one!["id"]!);
        foreach (var connection in document["root"]!["connections"]!.AsArray())
        {
            var source = ids.Single(pair =>
                pair.Value.Equals((string?)connection!["source"]!["activity"], StringComparison.Ordinal)
            ).Key;
            if (Next(source, (string)connection!["source"]!["port"]!, order) is { } next)
            {
                connection["target"]!["activity"] = ids[next];
            }
        }

        return document.ToJsonString();
    }

    // Null for a way within a section. The tag of the first section is the second of the journey.
    private static string? Next(string source, string port, string order)
    {
        var place =
            source is "AssignPool1" ? 0
            : source.StartsWith("WaitForContactEvent", StringComparison.Ordinal) && port is "TimedOut"
                ? order.IndexOf(source[^1]) + 1
            : source.StartsWith("AddTag", StringComparison.Ordinal) && source is not "AddTag1"
                ? order.IndexOf((char)(source[^1] - 1)) + 1
            : -1;
        return place < 0 ? null
            : place == Sections ? "End1"
            : $"FlowDecision{order[place]}";
    }

    private static IEnumerable<int[]> Permute(int[] left) =>
        left.Length == 0
            ?
            [
                [],
            ]
            : left.SelectMany(first =>
                Permute([.. left.Where(one => one != first)]).Select(rest => (int[])[first, .. rest])
            );
}
