using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys.Cases;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Content;

/// <summary>Giving a content to the staff by a journey (S1-40): everybody gets the same material, once.</summary>
public sealed class DistributeContentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(
        """content=hello staff=["li","gone","stranger"] stores=["s1"]""",
        "li 本周主推拿铁, wu 本周主推拿铁, zhao 本周主推拿铁"
    )]
    [InlineData("""content=hello stores=["s1"]""", "wu 本周主推拿铁, zhao 本周主推拿铁")]
    [InlineData("""content=hello staff=["gone"]""", "nobody")]
    [InlineData("""content=hello""", "nobody")]
    [InlineData("""content=draft staff=["li"]""", "refused")]
    public async Task Distribute_Content_ReachesTheActiveStaffOnce(string inputs, string expected)
    {
        var graph = ShippedJourney.Compile(
            Drawing.Of(
                $"""
                In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> Give1
                Give1 Marketing.DistributeContent {inputs} Given -> End1
                Give1 Nobody -> Nobody1
                Give1 Refused -> Refused1
                Nobody1 Marketing.StaffTask template=nobody staff=nobody -> End1
                Refused1 Marketing.StaffTask template=refused staff=refused -> End1
                End1 Elsa.End
                """,
                "\"entry\":{\"reentry\":\"always\"}"
            )
        );
        var file = JourneyCaseFile.Read(
            """
            { "places": { "staff": [
                { "id": "li", "name": "李" }, { "id": "wu", "name": "吴", "storeId": "s1" }, { "id": "zhao", "name": "赵", "storeId": "s1" },
                { "id": "sun", "name": "孙", "storeId": "s2" }, { "id": "gone", "name": "走", "storeId": "s1", "isActive": false } ] },
              "cases": [ { "name": "one", "events": [ { "at": "2026-03-01T10:00:00+08:00", "type": "journey.begins" } ],
                "until": "2026-03-03T10:00:00+08:00", "expect": {} } ] }
            """
        );
        Assert.True(file.Succeeded, string.Join('\n', file.Diagnostics));
        var runner = new JourneyCaseRunner(graph, await ShippedJourney.RuleSetsAsync(), file.Places)
        {
            Forgets = true,
            Contents = new ContentShelf(await LibraryAsync(), tenant: 1),
        };

        var run = Assert.Single(await runner.RunAsync(file.Cases)).Run!;

        Assert.Equal(
            expected,
            string.Join(", ", run.Messages.Select(message => $"{message.Sender} {message.Content.Text}".Trim()))
        );
        Assert.Equal(run.Messages.Count, run.Messages.Select(message => message.Key).Distinct().Count());
    }

    private static async Task<MemoryContentStore> LibraryAsync()
    {
        var contents = new MemoryContentStore();
        foreach (var id in new[] { "hello", "draft" })
        {
            var item = new ContentItem
            {
                Id = id,
                Kind = ContentKinds.Script,
                Name = id,
                Texts = new Dictionary<string, ContentText>(StringComparer.Ordinal) { ["zh"] = new("本周主推拿铁") },
            };
            await contents.WriteAsync(1, item, new ContentChange(ContentStep.Write, "li", Now), default);
            foreach (var step in id is "hello" ? [ContentStep.Submit, ContentStep.Approve] : Array.Empty<ContentStep>())
            {
                await contents.MoveAsync(1, id, 1, new ContentChange(step, "wang", Now), default);
            }
        }

        return contents;
    }
}
