using Workflows.Marketing.Channels.WeCom.Media;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels.WeCom.Tasks;

public sealed class MassMessageTests : IDisposable
{
    private readonly TaskRig _rig = new();

    [Fact]
    public async Task Send_Customers_OneTaskForAll()
    {
        var wecom = new MassServer(_rig.Server, _rig.Clock);

        var receipts = await _rig.Channel().SendAsync([_rig.ToCustomer("wm1"), _rig.ToCustomer("wm2")], default);

        Assert.Equal(["wm1", "wm2"], Assert.Single(wecom.Tasks).Recipients);
        Assert.All(receipts, receipt => Assert.Equal("msg0", Assert.IsType<Receipt.Accepted>(receipt).Reference));
        var sent = _rig.Server.Calls.Single(call => call.Is("add_msg_template")).Text;
        Assert.Equal(
            """{"chat_type":"single","external_userid":["wm1","wm2"],"sender":"zhangsan","text":{"content":"你好"}}""",
            sent
        );
    }

    [Fact]
    public async Task Send_Group_NamesTheGroupAndNeedsASender()
    {
        var wecom = new MassServer(_rig.Server, _rig.Clock);

        var receipts = await _rig.Channel().SendAsync([_rig.ToGroup("wr1")], default);
        var refused = await _rig.Channel().SendAsync([_rig.ToGroup("wr2", sender: null)], default);

        Assert.True(Assert.Single(wecom.Tasks).IsGroup);
        Assert.IsType<Receipt.Accepted>(receipts[0]);
        Assert.Equal("wecom_no_sender", Assert.IsType<Receipt.Ended>(refused[0]).ReasonCode);
    }

    [Fact]
    public async Task Send_ManyGroups_AsManyTasksAsWeComNeeds()
    {
        var wecom = new MassServer(_rig.Server, _rig.Clock);

        await _rig.Channel().SendAsync([.. Enumerable.Range(0, 2_001).Select(n => _rig.ToGroup($"wr{n}"))], default);

        Assert.Equal([2_000, 1], wecom.Tasks.Select(task => task.Recipients.Count));
    }

    [Fact]
    public async Task Send_ContactWithoutIdentity_EndsItOnly()
    {
        _ = new MassServer(_rig.Server, _rig.Clock);
        var nobody = _rig.Attempt(
            new Recipient.Person(Guid.Empty, ContactIdentities.None),
            Carrier.Private,
            new MessageContent("你好"),
            "key-nobody",
            "zhangsan",
            1
        );

        var receipts = await _rig.Channel().SendAsync([nobody, _rig.ToCustomer("wm1")], default);

        Assert.Equal("wecom_no_identity", Assert.IsType<Receipt.Ended>(receipts[0]).ReasonCode);
        Assert.IsType<Receipt.Accepted>(receipts[1]);
    }

    [Fact]
    public async Task Send_WeComLeavesOneOut_EndsItAsNotAFriend()
    {
        var wecom = new MassServer(_rig.Server, _rig.Clock) { Strangers = { "wm2" } };

        var receipts = await _rig.Channel().SendAsync([_rig.ToCustomer("wm1"), _rig.ToCustomer("wm2")], default);

        Assert.Single(wecom.Tasks);
        Assert.IsType<Receipt.Accepted>(receipts[0]);
        Assert.Equal(SendOutcome.NotAFriend, Assert.IsType<Receipt.Ended>(receipts[1]).Outcome);
    }

    [Fact]
    public async Task Send_OneBadId_IsFoundAndTheOthersGo()
    {
        var wecom = new MassServer(_rig.Server, _rig.Clock) { NoIds = { "wm5" } };

        var receipts = await _rig.Channel()
            .SendAsync([.. Enumerable.Range(0, 9).Select(n => _rig.ToCustomer($"wm{n}"))], default);

        Assert.Equal("wecom_40096", Assert.IsType<Receipt.Ended>(receipts[5]).ReasonCode);
        Assert.Equal(8, receipts.Count(receipt => receipt is Receipt.Accepted));
        Assert.Equal(8, wecom.Tasks.Sum(task => task.Recipients.Count));
    }

    [Fact]
    public async Task Send_NobodyToSendTo_EndsAll()
    {
        _ = new MassServer(_rig.Server, _rig.Clock) { Strangers = { "wm1", "wm2" } };

        var receipts = await _rig.Channel().SendAsync([_rig.ToCustomer("wm1"), _rig.ToCustomer("wm2")], default);

        Assert.All(receipts, receipt => Assert.Equal("wecom_41048", Assert.IsType<Receipt.Ended>(receipt).ReasonCode));
    }

    [Fact]
    public async Task Send_ContentTooLong_IsRefusedWithoutACall()
    {
        _ = new MassServer(_rig.Server, _rig.Clock);

        var receipt = await _rig.Channel().SendAsync(_rig.ToCustomer("wm1", new string('好', 1_334)), default);

        Assert.Equal("The text has 4002 bytes; WeCom takes 4000.", Assert.IsType<Receipt.Ended>(receipt).Reason);
        Assert.Empty(_rig.Server.Calls);
    }

    [Fact]
    public async Task Check_Statuses_BecomeOutcomes()
    {
        var wecom = new MassServer(_rig.Server, _rig.Clock);
        var channel = _rig.Channel();
        DeliveryAttempt[] attempts = [.. Enumerable.Range(0, 5).Select(n => _rig.ToCustomer($"wm{n}"))];
        await channel.SendAsync(attempts[..4], default);
        foreach (var (id, status) in new[] { ("wm1", 1), ("wm2", 2), ("wm3", 3) })
        {
            wecom.Tasks[0].Statuses[id] = status;
        }

        var receipts = await channel.CheckAsync(
            [.. attempts.Select(attempt => TaskRig.Submitted(attempt, "msg0"))],
            default
        );

        Assert.IsType<Receipt.Accepted>(receipts[0]);
        Assert.IsType<Receipt.Delivered>(receipts[1]);
        Assert.Equal(
            [SendOutcome.NotAFriend, SendOutcome.QuotaReached, SendOutcome.NotAFriend],
            receipts.Skip(2).Select(receipt => Assert.IsType<Receipt.Ended>(receipt).Outcome)
        );
    }

    [Fact]
    public async Task Check_WeComChoseTheSender_AsksEveryMember()
    {
        var wecom = new MassServer(_rig.Server, _rig.Clock);
        var channel = _rig.Channel();
        var attempt = _rig.ToCustomer("wm1", sender: null);
        await channel.SendAsync(attempt, default);
        wecom.Tasks[0].Statuses["wm1"] = 1;

        var receipts = await channel.CheckAsync([TaskRig.Submitted(attempt, "msg0")], default);

        Assert.IsType<Receipt.Delivered>(receipts[0]);
    }

    [Fact]
    public async Task Cancel_Task_TakesItBackAndAnUnknownOneIsOver()
    {
        var wecom = new MassServer(_rig.Server, _rig.Clock);
        var channel = _rig.Channel();
        await channel.SendAsync(_rig.ToCustomer("wm1"), default);

        await channel.CancelAsync("msg0", default);
        await channel.CancelAsync("msg9", default);
        await channel.RemindAsync("msg0", default);

        Assert.True(wecom.Tasks[0].IsCancelled);
        Assert.Contains(_rig.Server.Calls, call => call.Is("remind_groupmsg_send"));
    }

    [Fact]
    public async Task Send_Picture_IsUploadedOnceAndAgainBeforeItExpires()
    {
        var wecom = new MassServer(_rig.Server, _rig.Clock);
        var answer = _rig.Server.Answer;
        var uploads = 0;
        _rig.Server.Answer = call =>
            call.Is("media/upload")
                ? new($$"""{"errcode":0,"type":"image","media_id":"media{{uploads++}}","created_at":"1380000000"}""")
                : answer(call);
        _rig.Library["poster.png"] = new MediaFile("poster.png", "image", "image/png", [1, 2, 3]);
        var content = new MessageContent("", [new Attachment.Image("poster.png", null)]);

        foreach (var n in Enumerable.Range(0, 3))
        {
            var to = _rig.ToCustomer($"wm{n}").Message.Recipient;
            await _rig.Channel()
                .SendAsync(_rig.Attempt(to, Carrier.Private, content, $"key-{n}", "zhangsan", 1), default);
            _rig.Clock.Advance(TimeSpan.FromHours(20));
        }

        Assert.Equal(
            ["media0", "media0", "media1"],
            wecom.Tasks.Select(task => (string)task.Attachments![0]!["image"]!["media_id"]!)
        );
    }

    [Fact]
    public async Task Send_FileNotInTheLibrary_IsRefused()
    {
        _ = new MassServer(_rig.Server, _rig.Clock);
        var content = new MessageContent("看", [new Attachment.Video("lost.mp4")]);
        var to = _rig.ToCustomer("wm1").Message.Recipient;

        var receipt = await _rig.Channel()
            .SendAsync(_rig.Attempt(to, Carrier.Private, content, "key", "zhangsan", 1), default);

        Assert.Contains("lost.mp4", Assert.IsType<Receipt.Ended>(receipt).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void BatchKey_SenderContentAndHour_KeepApart()
    {
        var channel = _rig.Channel();
        var one = _rig.ToCustomer("wm1").Message;

        Assert.Equal(channel.BatchKey(one), channel.BatchKey(_rig.ToCustomer("wm2").Message));
        Assert.NotEqual(channel.BatchKey(one), channel.BatchKey(_rig.ToCustomer("wm1", "您好").Message));
        Assert.NotEqual(channel.BatchKey(one), channel.BatchKey(_rig.ToCustomer("wm1", sender: "lisi").Message));
        Assert.NotEqual(channel.BatchKey(one), channel.BatchKey(one with { ExpiresAt = _rig.Clock.GetUtcNow() }));
    }

    public void Dispose() => _rig.Dispose();
}
