using Workflows.Marketing.Channels.WeCom.Customers;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Channels.WeCom.Synchronization;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels.WeCom.Records;

public sealed class NoteRecordTests
{
    [Theory]
    [InlineData("", false, true)]
    [InlineData("小林", false, true)]
    [InlineData("林太太", false, false)]
    [InlineData("林太太", true, true)]
    public async Task Send_Remark_LeavesWhatTheMemberWrote(string before, bool overwrites, bool isWritten)
    {
        using var rig = new RecordRig();
        Know(rig, before);

        var receipt = await rig.SendAsync(rig.Message(new RecordChange.Note("VIP 小林", null, overwrites)));

        Assert.Equal(isWritten, receipt is Receipt.Delivered);
        Assert.Equal(
            isWritten ? ["VIP 小林"] : [],
            rig.CallsOf("remark").Select(call => (string?)call.Body!["remark"])
        );
        if (isWritten)
        {
            var after = new FollowUser { Userid = "li", Remark = "VIP 小林" };
            var change = Assert.Single(
                await rig.Changes.FindAsync(1, ["woA"], DateTimeOffset.MinValue, CancellationToken.None)
            );
            Assert.Equal(ProfileHash.Notes(after), change.Value);
        }
    }

    [Fact]
    public async Task Send_SameRemarkAgain_IsDoneWithoutACall()
    {
        using var rig = new RecordRig();
        Know(rig, "VIP 小林");

        var receipt = await rig.SendAsync(rig.Message(new RecordChange.Note("VIP 小林", null, true)));

        Assert.IsType<Receipt.Delivered>(receipt);
        Assert.Empty(rig.CallsOf("remark"));
    }

    [Fact]
    public async Task Send_MemberWhoIsNoFriend_EndsAsThat()
    {
        using var rig = new RecordRig();
        Know(rig, "");

        var receipt = await rig.SendAsync(rig.Message(new RecordChange.Note("a", null, true), staff: "wang"));

        Assert.Equal(SendOutcome.NotAFriend, Assert.IsType<Receipt.Ended>(receipt).Outcome);
    }

    private static void Know(RecordRig rig, string remark)
    {
        rig.Answers["externalcontact/get"] = _ => new
        {
            external_contact = new { external_userid = "woA", name = "小林" },
            follow_user = new[] { new { userid = "li", remark } },
        };
        rig.Answers["remark"] = _ => new { };
    }
}
