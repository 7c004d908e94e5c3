using System.Globalization;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels.WeCom.Records;

public sealed class TransferTests : IDisposable
{
    private readonly RecordRig _rig = new();
    private readonly Dictionary<string, int> _status = new(StringComparer.Ordinal);

    public TransferTests()
    {
        _rig.Answers["externalcontact/transfer_customer"] = Begin;
        _rig.Answers["transfer_result"] = _ => new
        {
            customer = _status.Select(one => new { external_userid = one.Key, status = one.Value }),
        };
        _rig.Answers["groupchat/onjob_transfer"] = _ => new { failed_chat_list = Array.Empty<object>() };
        _rig.Answers["groupchat/transfer"] = _rig.Answers["groupchat/onjob_transfer"];
    }

    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Send_Customers_BeginInOneCallAndEndOneByOne()
    {
        var messages = Moves("woA", "woB", "woC");
        _codes["woC"] = 40131;

        var receipts = await _rig.SendAllAsync(messages);

        var call = Assert.Single(_rig.CallsOf("transfer_customer")).Body!;
        Assert.Equal("您好", (string?)call["transfer_success_msg"]);
        Assert.Equal(3, call["external_userid"]!.AsArray().Count);
        Assert.Equal(SendOutcome.NotAFriend, Assert.IsType<Receipt.Ended>(receipts[2]).Outcome);
        Assert.IsType<Receipt.Accepted>(await _rig.CheckAsync(messages[0], receipts[0]));
        (_status["woA"], _status["woB"]) = (1, 3);
        Assert.IsType<Receipt.Delivered>(await _rig.CheckAsync(messages[0], receipts[0]));
        var refused = Assert.IsType<Receipt.Ended>(await _rig.CheckAsync(messages[1], receipts[1]));
        Assert.Equal((SendOutcome.Refused, "wecom_transfer_refused"), (refused.Outcome, refused.ReasonCode));
    }

    [Fact]
    public void Channel_Transfers_HaveTheirTimeAndAreNotTakenBack()
    {
        Assert.True(_rig.Channel.ConfirmWithin > TimeSpan.FromDays(1), "WeCom decides after a day.");
        Assert.False(_rig.Channel.CanTakeBack);
    }

    [Fact]
    public async Task Send_CustomerWhoWasHandedOverWithin90Days_IsLeftAlone()
    {
        await _rig.SendAllAsync(Moves("woA"));
        _rig.Clock.Advance(TimeSpan.FromDays(89));

        var again = (await _rig.SendAllAsync(Moves("woA")))[0];

        Assert.Equal("wecom_transfer_too_soon", Assert.IsType<Receipt.Ended>(again).ReasonCode);
        _rig.Clock.Advance(TimeSpan.FromDays(2));
        Assert.IsType<Receipt.Accepted>((await _rig.SendAllAsync(Moves("woA")))[0]);
        Assert.Equal(2, _rig.CallsOf("transfer_customer").Count());
    }

    [Fact]
    public async Task Send_RefusedByWeCom_DoesNotCountAsHandedOver()
    {
        _codes["woA"] = 40131;
        await _rig.SendAllAsync(Moves("woA"));
        _codes.Clear();
        _rig.Clock.Advance(TimeSpan.FromDays(1));

        Assert.IsType<Receipt.Accepted>((await _rig.SendAllAsync(Moves("woA")))[0]);
    }

    [Fact]
    public async Task Send_AnswerLost_IsFoundAndNotBegunTwice()
    {
        _rig.Answers["externalcontact/transfer_customer"] = call =>
        {
            Begin(call);
            return null;
        };
        var message = Moves("woA");
        Assert.IsType<Receipt.Unknown>((await _rig.SendAllAsync(message))[0]);

        var second = (await _rig.SendAllAsync(message, number: 2))[0];

        Assert.IsType<Receipt.Accepted>(second);
        Assert.Single(_rig.CallsOf("transfer_customer"));
    }

    [Fact]
    public async Task Send_Groups_MoveAtOnceAtMost300ADayToOneOwner()
    {
        OutboundMessage[] groups =
        [
            .. Enumerable
                .Range(0, 301)
                .Select(n =>
                    _rig.Message(
                        new RecordChange.GroupMove("wang", false),
                        n.ToString("wr000", CultureInfo.InvariantCulture)
                    )
                ),
        ];

        var receipts = await Task.WhenAll(groups.Chunk(100).Select(chunk => _rig.SendAllAsync(chunk)));

        Assert.Equal(300, receipts.SelectMany(all => all).Count(receipt => receipt is Receipt.Delivered));
        var left = Assert.IsType<Receipt.Unavailable>(receipts[3][0]);
        Assert.Equal(TimeSpan.FromHours(16), left.RetryAfter);
        Assert.Equal(300, _rig.Refreshed.Count);
        _rig.Clock.Advance(left.RetryAfter!.Value);
        Assert.IsType<Receipt.Delivered>(await _rig.SendAsync(groups[300], number: 1));
    }

    [Fact]
    public async Task Send_GroupWhoseOwnerHasNotLeft_IsRefused()
    {
        _rig.Answers["groupchat/transfer"] = _ => new
        {
            failed_chat_list = new[] { new { chat_id = "wrA", errcode = 90500 } },
        };

        var receipt = await _rig.SendAsync(_rig.Message(new RecordChange.GroupMove("wang", true), "wrA"));

        Assert.Equal("wecom_90500", Assert.IsType<Receipt.Ended>(receipt).ReasonCode);
        Assert.Empty(_rig.Refreshed);
    }

    [Fact]
    public async Task Send_GroupWhoseAnswerWasLost_IsNotMovedTwice()
    {
        _rig.Answers["groupchat/onjob_transfer"] = _ => null;
        _rig.Answers["groupchat/get"] = _ => new { group_chat = new { chat_id = "wrA", owner = "wang" } };
        var message = _rig.Message(new RecordChange.GroupMove("wang", false), "wrA");
        Assert.IsType<Receipt.Unknown>(await _rig.SendAsync(message));

        Assert.IsType<Receipt.Delivered>(await _rig.SendAsync(message, number: 2));
        Assert.Single(_rig.CallsOf("groupchat/onjob_transfer"));
    }

    private OutboundMessage[] Moves(params string[] customers) =>
        [.. customers.Select(customer => _rig.Message(new RecordChange.CustomerMove("wang", "您好", false), customer))];

    private object Begin(WeComServerCall call)
    {
        string[] customers = [.. call.Body!["external_userid"]!.AsArray().Select(one => (string)one!)];
        foreach (var customer in customers)
        {
            _status[customer] = 2;
        }

        return new
        {
            customer = customers.Select(one => new { external_userid = one, errcode = _codes.GetValueOrDefault(one) }),
        };
    }
}
