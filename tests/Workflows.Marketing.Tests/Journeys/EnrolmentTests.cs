using System.Text.Json;
using Workflows.Marketing.Channels.WeCom.Blocks;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Tests.Journeys;

/// <summary>Each enrolment in a journey with a campaign tag puts it on (S3-58).</summary>
public sealed class EnrolmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly Contact _contact = new(new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Now));

    [Fact]
    public async Task Enrolment_ByAnEvent_PutsTheCampaignTagOnOnce()
    {
        var first = await BeginAsync(OnOrders(), """{"campaignTag":" 618 "}""");
        var second = await BeginAsync(OnOrders(), """{"campaignTag":" 618 "}""");

        Assert.Equal(new TagMark("618", TagFamily.Campaign, Now, "test"), Assert.Single(_contact.TagMarks));
        var noted = Assert.Single(first.Effects.OfType<ContactNoted>());
        Assert.Equal(new ContactNote(HistoryKind.Tag, Now, null, "618", "test"), noted.Note);
        Assert.Single(first.Effects.OfType<ContactChanged>());
        Assert.Empty(second.Effects);
    }

    [Fact]
    public async Task Enrolment_ByAnEntryWithASourceTag_KeepsBothApart()
    {
        var trigger = new QrScanned { Id = "block", SourceTag = new Input<string?>("poster") };

        var burst = await BeginAsync(trigger, """{"campaignTag":"618"}""");

        Assert.Equal(
            [("618", TagFamily.Campaign), ("poster", TagFamily.Source)],
            _contact.TagMarks.Select(mark => (mark.Tag, mark.Family))
        );
        Assert.Equal(2, burst.Effects.OfType<ContactNoted>().Select(noted => noted.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"campaignTag":618}""")]
    [InlineData("""{"campaignTag":" "}""")]
    public async Task Enrolment_WithoutACampaignTag_PutsNoneOn(string properties)
    {
        await BeginAsync(OnOrders(), properties);

        Assert.Empty(_contact.Tags);
    }

    [Fact]
    public async Task Trigger_InsideARunningJourney_EnrolsNobody()
    {
        var trigger = new QrScanned { Id = "block" };

        await BeginAsync(trigger, """{"campaignTag":"618"}""", startsAt: null);

        Assert.Empty(_contact.Tags);
    }

    private static ContactEventTrigger OnOrders() =>
        new() { Id = "block", EventTypes = new Input<ICollection<string>>(["order.paid"]) };

    private async Task<Burst> BeginAsync(Activity trigger, string properties, string? startsAt = "block")
    {
        var sequence = new Sequence { Id = "root" };
        sequence.Activities.Add(trigger);
        var definition = new WorkflowDefinition
        {
            DefinitionId = "test",
            RootActivity = sequence,
            CustomProperties = JsonDocument.Parse(properties).RootElement,
        };
        var compilation = ShippedJourney.Compiler.Compile(definition);
        Assert.Empty(compilation.Diagnostics);
        var options = new StartOptions
        {
            InstanceId = Guid.CreateVersion7(Now),
            Subject = _contact.Id,
            TriggerActivityId = startsAt,
            StimulusPayload = new ContactEvent("shop", "1", "order.paid", Now, []),
        };
        return await new WorkflowRunner().StartAsync(compilation.Graph!, options, new Turn(Now, _contact));
    }
}
