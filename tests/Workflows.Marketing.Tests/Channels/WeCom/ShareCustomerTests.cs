using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Tests.Mining;

namespace Workflows.Marketing.Tests.Channels.WeCom;

/// <summary>Sharing a customer (S3-52): the owner introduces a colleague and keeps the customer; the process is as good as killed after every step.</summary>
public sealed class ShareCustomerTests
{
    private const string Sharing = """
        In1 Marketing.ContactEvent eventTypes=["sharing.begins"] -> Share1
        Share1 Marketing.ShareCustomer template=share text=新品顾问 colleague=wu picture=https://wework.qpic.cn/wu waitFor=7.00:00:00 Shared -> Both1
        Share1 TimedOut -> Late1
        Share1 NotAFriend -> Nobody1
        Share1 Deferred,Refused,Failed -> Not1
        Both1 Marketing.SendPrivateMessage template=both text=a * -> End1
        Late1 Marketing.SendPrivateMessage template=late text=a * -> End1
        Nobody1 Marketing.SendPrivateMessage template=nobody text=a * -> End1
        Not1 Marketing.SendPrivateMessage template=not text=a * -> End1
        End1 Elsa.End
        """;

    private static readonly (double, string, string?, string) Owner = Friend(1, "li");
    private static readonly (double, string, string?, string) Begins = (2, "sharing.begins", null, "app");

    [Theory]
    [InlineData(26, "wu", "share both")]
    [InlineData(26, "zhou", "share late")]
    [InlineData(171, "wu", "share late")]
    public async Task Colleague_AddedInTime_SharesTheCustomer(double hours, string staff, string said)
    {
        var run = await PlayAsync(Owner, Begins, Friend(hours, staff));

        Assert.Equal(said, Played.Said(run));
        // Nobody lost the customer.
        Assert.Equal(RelationState.Exists, run.Contact.Relations.Find("li")!.State);
    }

    [Fact]
    public async Task Colleague_ToldByAnotherSystem_AfterStrangers_SharesOnce()
    {
        var run = await PlayAsync(
            Owner,
            Begins,
            Friend(20, "zhou"),
            (21, "relation.added", """{"staff":"sun"}""", "crm"),
            (22, "relation.added", """{"staff":"wu"}""", "crm"),
            Friend(23, "wu")
        );

        Assert.Equal("share both", Played.Said(run));
    }

    [Fact]
    public async Task Task_ForTheOwner_HasEverythingReady()
    {
        var run = await PlayAsync(Owner, Friend(1.5, "sun"), Begins);

        var task = run.Messages[0];
        Assert.Equal((Carrier.StaffTask, "sun"), (task.Carrier, task.Sender));
        Assert.Equal(new Recipient.Staff("sun"), task.Recipient);
        Assert.Equal(
            "新品顾问\n请把同事 wu 介绍给这位客户：在企业微信里共享客户，或把同事的名片、二维码、链接发给客户添加。客户仍由您服务。",
            task.Content.Text
        );
        Assert.Equal([new Attachment.Image(null, "https://wework.qpic.cn/wu")], task.Content.Attachments);
    }

    [Fact]
    public async Task Customer_WhomTheColleagueHas_IsSharedWithoutATask() =>
        Assert.Equal("both", Played.Said(await PlayAsync(Owner, Friend(1, "wu"), Begins)));

    [Fact]
    public async Task Customer_WhomNobodyHas_CannotBeShared() =>
        Assert.Equal(
            "nobody",
            Played.Said(
                await PlayAsync(Owner, (1.5, "relation.lost", """{"staff":"li","by":"customer"}""", "app"), Begins)
            )
        );

    [Theory]
    [InlineData(SendOutcome.Unconfirmed, "share both")]
    [InlineData(SendOutcome.Refused, "share not")]
    [InlineData(SendOutcome.Failed, "share not")]
    public async Task Task_NotDone_EndsOnlyWhereNothingCanComeOfIt(SendOutcome outcome, string said)
    {
        var run = await Played.Async(
            Sharing,
            [Owner, Begins, Friend(30, "wu")],
            message => new MessageOutcome(message.Template is "share" ? outcome : SendOutcome.Sent)
        );

        Assert.Equal(said, Played.Said(run));
    }

    private static (double Hours, string Type, string? Data, string Source) Friend(double hours, string staff) =>
        (hours, "wecom.friend_added", $$"""{"staff":"{{staff}}"}""", "wecom");

    private static Task<ContactRun> PlayAsync(
        params IReadOnlyList<(double Hours, string Type, string? Data, string Source)> events
    ) => Played.Async(Sharing, events);
}
