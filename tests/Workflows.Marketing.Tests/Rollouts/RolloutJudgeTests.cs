using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Rollouts;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Tests.Rollouts;

/// <summary>A journey speaks in the stores it was published for, and in no other (S1-23).</summary>
public sealed class RolloutJudgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(
        "\"rollout\":{\"pilot\":\"spring\",\"stores\":[\"s1\"]}",
        "li allowed, wang outside_rollout, nobody outside_rollout"
    )]
    [InlineData("\"rollout\":{\"pilot\":\"spring\",\"stores\":\"all\"}", "li allowed, wang allowed, nobody allowed")]
    [InlineData("\"pool\":\"nurturing\"", "li allowed, wang allowed, nobody allowed")]
    public async Task Judge_MessageForAStore_LeavesWhereTheJourneyGoes(string settings, string expected)
    {
        var judge = await JudgeAsync(settings);
        string[] members = ["li", "wang", "nobody"];

        var verdicts = await judge.JudgeAsync([.. members.Select(Post)], Now, default);

        Assert.Equal(
            expected,
            string.Join(
                ", ",
                members.Zip(
                    verdicts,
                    (member, verdict) =>
                        $"{member} {(verdict is Verdict.Dropped dropped ? dropped.Code : verdict is Verdict.Allowed ? "allowed" : "?")}"
                )
            )
        );
    }

    private static async Task<RolloutJudge> JudgeAsync(string settings)
    {
        var catalog = new DefinitionCatalog(
            new MemoryDefinitionStore(),
            new WorkflowValidator(ShippedJourney.Compiler),
            TimeProvider.System
        );
        var drawn = Drawing.Of(
            """
            In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> End1
            End1 Elsa.End
            """,
            settings
        );
        Assert.NotNull((await catalog.PublishAsync(drawn, default)).Graph);
        var staff = new MemoryStaffRegister();
        await staff.SaveAsync(
            1,
            [new StaffMember("li", "李") { StoreId = "s1" }, new StaffMember("wang", "王") { StoreId = "s2" }],
            default
        );
        var relations = new MemoryRelationRegister(new MemoryContactStore(), staff);
        return new RolloutJudge(catalog, new SendStores(new MemoryGroupRegister(), staff, relations));
    }

    private static LeasedMessage Post(string member) =>
        new(
            1,
            new OutboundMessage(
                $"post-{member}",
                new Recipient.Staff(member),
                Carrier.Moments,
                "wecom",
                "post",
                new MessageContent("x"),
                "marketing",
                Now,
                "drawn",
                1
            ),
            1,
            Now
        );
}
