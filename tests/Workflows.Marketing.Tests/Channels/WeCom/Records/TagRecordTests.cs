using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels.WeCom.Records;

public sealed class TagRecordTests
{
    [Fact]
    public async Task Send_KnownTag_IsWrittenDownAndMarked()
    {
        using var rig = new RecordRig();

        var receipt = await rig.SendAsync(rig.Message(new RecordChange.Tags(["猫"], [])));

        Assert.IsType<Receipt.Delivered>(receipt);
        var call = Assert.Single(rig.CallsOf("mark_tag")).Body!;
        Assert.Equal(
            ("li", "woA", "id-猫"),
            ((string?)call["userid"], (string?)call["external_userid"], (string?)call["add_tag"]![0])
        );
        var change = Assert.Single(
            await rig.Changes.FindAsync(1, ["woA"], DateTimeOffset.MinValue, CancellationToken.None)
        );
        Assert.Equal((OwnChangeKind.Tag, "li", "+id-猫"), (change.Kind, change.Staff, change.Value));
    }

    [Fact]
    public async Task Send_UnknownTag_IsRefusedUnlessAllTagsAreTold()
    {
        using var known = new RecordRig();
        using var all = new RecordRig(MirrorTags.All);
        all.Answers["add_corp_tag"] = call =>
        {
            all.Known.Add((string)call.Body!["tag"]![0]!["name"]!);
            return new { };
        };

        var refused = await known.SendAsync(known.Message(new RecordChange.Tags(["狗"], [])));
        var made = await all.SendAsync(all.Message(new RecordChange.Tags(["狗"], [])));

        Assert.Equal("wecom_unknown_tag", Assert.IsType<Receipt.Ended>(refused).ReasonCode);
        Assert.Empty(known.CallsOf("mark_tag"));
        Assert.IsType<Receipt.Delivered>(made);
        Assert.Equal("旅程标签", (string?)Assert.Single(all.CallsOf("add_corp_tag")).Body!["group_name"]);
        Assert.Equal("id-狗", (string?)Assert.Single(all.CallsOf("mark_tag")).Body!["add_tag"]![0]);
    }

    [Fact]
    public async Task Send_TagThatWasTakenOffMeanwhile_IsNotPutOn()
    {
        using var rig = new RecordRig();
        var contact = await ContactAsync(rig);

        var receipt = await rig.SendAsync(rig.Message(new RecordChange.Tags(["猫"], [])) with { ContactId = contact });

        Assert.Equal("wecom_superseded", Assert.IsType<Receipt.Ended>(receipt).ReasonCode);
        Assert.Empty(rig.CallsOf("mark_tag"));
    }

    [Fact]
    public async Task Send_NoFriend_EndsAsThat()
    {
        using var rig = new RecordRig();
        rig.Answers["mark_tag"] = _ => new { errcode = 84061 };

        var receipt = await rig.SendAsync(rig.Message(new RecordChange.Tags([], ["猫"])));

        Assert.Equal(SendOutcome.NotAFriend, Assert.IsType<Receipt.Ended>(receipt).Outcome);
    }

    [Fact]
    public async Task MayTake_AfterTheList_KnowsWhatIsWorthACall()
    {
        using var rig = new RecordRig();
        Assert.True(rig.Tags.MayTake("狗"), "Nobody has looked yet.");

        await rig.SendAsync(rig.Message(new RecordChange.Tags(["猫"], [])));

        Assert.True(rig.Tags.MayTake("猫"));
        Assert.False(rig.Tags.MayTake("狗"));
    }

    private static async Task<Guid> ContactAsync(RecordRig rig)
    {
        var taken = await rig.Contacts.AcceptAsync(
            1,
            [
                new ContactEvent(
                    "wecom",
                    "1",
                    "wecom.friend_added",
                    rig.Clock.GetUtcNow(),
                    [new ContactIdentity(IdentityKind.ExternalUserId, "woA")],
                    """{"staff":"li"}"""
                ),
            ],
            rig.Clock.GetUtcNow(),
            CancellationToken.None
        );
        return taken[0].ContactId;
    }
}
