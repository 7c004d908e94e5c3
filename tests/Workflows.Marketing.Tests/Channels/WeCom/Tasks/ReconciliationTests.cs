using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels.WeCom.Tasks;

/// <summary>What happens after an attempt nobody knows the end of.</summary>
public sealed class ReconciliationTests : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(2);
    private readonly TaskRig _rig = new();

    [Theory]
    [InlineData(nameof(MassServerFault.AnswerLost))]
    [InlineData(nameof(MassServerFault.Lost))]
    public async Task Send_AnswerLost_IsMadeOnceInTheEnd(string fault)
    {
        var left = 1;
        var wecom = Server(api =>
            api is "add_msg_template" && left-- > 0 ? Enum.Parse<MassServerFault>(fault) : MassServerFault.None
        );
        var attempt = _rig.ToCustomer("wm1");

        var first = await _rig.Channel().SendAsync(attempt, default);
        var early = await _rig.Channel().SendAsync(attempt with { Number = 2 }, default);
        _rig.Clock.Advance(Quiet);
        var last = await _rig.Channel().SendAsync(attempt with { Number = 3 }, default);

        Assert.IsType<Receipt.Unknown>(first);
        Assert.IsType<Receipt.Unknown>(early);
        Assert.Equal("msg0", Assert.IsType<Receipt.Accepted>(last).Reference);
        Assert.Single(wecom.Tasks);
    }

    [Fact]
    public async Task Send_HostDiedAfterTheCall_TheNextAdopts()
    {
        var wecom = Server();
        var writes = 0;
        // Dies between the answer of WeCom and the write of its msgid.
        var dying = _rig.Channel(new MortalIntentStore(_rig.Intents, () => ++writes == 3));
        var attempt = _rig.ToCustomer("wm1");

        await Assert.ThrowsAsync<HostDiedException>(() => dying.SendAsync(attempt, default));
        _rig.Clock.Advance(Quiet);
        var receipt = await _rig.Channel().SendAsync(attempt with { Number = 2 }, default);

        Assert.Equal("msg0", Assert.IsType<Receipt.Accepted>(receipt).Reference);
        Assert.Single(wecom.Tasks);
    }

    [Fact]
    public async Task Send_HostDiedBeforeTheCall_TheNextMakesIt()
    {
        var wecom = Server();
        var writes = 0;
        var dying = _rig.Channel(new MortalIntentStore(_rig.Intents, () => ++writes == 2));
        var attempt = _rig.ToCustomer("wm1");

        await Assert.ThrowsAsync<HostDiedException>(() => dying.SendAsync(attempt, default));
        _rig.Clock.Advance(Quiet);
        await _rig.Channel().SendAsync(attempt with { Number = 2 }, default);

        Assert.Single(wecom.Tasks);
    }

    [Fact]
    public async Task Send_SecondTimeWithOtherMessages_EachIsSentOnce()
    {
        var left = 1;
        var wecom = Server(api =>
            api is "add_msg_template" && left-- > 0 ? MassServerFault.AnswerLost : MassServerFault.None
        );
        var (a, b, c) = (_rig.ToCustomer("wma"), _rig.ToCustomer("wmb"), _rig.ToCustomer("wmc"));

        await _rig.Channel().SendAsync([a, b], default);
        _rig.Clock.Advance(Quiet);
        var receipts = await _rig.Channel().SendAsync([b with { Number = 2 }, c], default);
        var late = await _rig.Channel().SendAsync([a with { Number = 2 }], default);

        Assert.Equal(["msg0", "msg1"], receipts.Select(receipt => ((Receipt.Accepted)receipt).Reference));
        Assert.Equal("msg0", ((Receipt.Accepted)late[0]).Reference);
        Assert.Equal(["wma", "wmb", "wmc"], wecom.Tasks.SelectMany(task => task.Recipients));
    }

    [Fact]
    public async Task Send_SameContentAgainOnPurpose_IsANewTask()
    {
        var wecom = Server();
        var attempt = _rig.ToCustomer("wm1");
        var again = attempt with { Message = attempt.Message with { Key = "another key" } };

        await _rig.Channel().SendAsync(attempt, default);
        await _rig.Channel().SendAsync(again, default);

        Assert.Equal(2, wecom.Tasks.Count);
    }

    [Fact]
    public async Task Send_AlreadyMade_IsTheSameTask()
    {
        var wecom = Server();
        var attempt = _rig.ToCustomer("wm1");

        await _rig.Channel().SendAsync(attempt, default);
        var receipt = await _rig.Channel().SendAsync(attempt with { Number = 2 }, default);

        Assert.Equal("msg0", Assert.IsType<Receipt.Accepted>(receipt).Reference);
        Assert.Single(wecom.Tasks);
    }

    [Fact]
    public async Task Send_LeftOverOfADeadHost_DoesNotStandInTheWayForEver()
    {
        var left = 1;
        Server(api => api is "add_msg_template" && left-- > 0 ? MassServerFault.Lost : MassServerFault.None);
        await _rig.Channel().SendAsync(_rig.ToCustomer("wm1"), default);

        var blocked = await _rig.Channel().SendAsync(_rig.ToCustomer("wm2"), default);
        _rig.Clock.Advance(Quiet);
        var receipt = await _rig.Channel().SendAsync(_rig.ToCustomer("wm2"), default);

        Assert.IsType<Receipt.Unavailable>(blocked);
        Assert.IsType<Receipt.Accepted>(receipt);
    }

    [Fact]
    public async Task Send_ListCannotBeRead_NothingIsMade()
    {
        var wecom = Server(api =>
            api is "add_msg_template" or "get_groupmsg_list_v2" ? MassServerFault.Lost : MassServerFault.None
        );
        var attempt = _rig.ToCustomer("wm1");

        await _rig.Channel().SendAsync(attempt, default);
        _rig.Clock.Advance(Quiet);
        var receipt = await _rig.Channel().SendAsync(attempt with { Number = 2 }, default);

        Assert.IsType<Receipt.Unknown>(receipt);
        Assert.Empty(wecom.Tasks);
        Assert.Single(_rig.Server.Calls, call => call.Is("add_msg_template"));
    }

    [Fact]
    public async Task Send_TwoHostsAtOnce_OneTask()
    {
        var wecom = Server();
        var attempt = _rig.ToCustomer("wm1");

        await Task.WhenAll(
            _rig.Channel().SendAsync(attempt, default),
            _rig.Channel().SendAsync(attempt with { Number = 2 }, default)
        );

        Assert.Single(wecom.Tasks);
    }

    /// <summary>
    /// Whatever gets lost and whenever hosts die: in the end every customer is in exactly one task of each content, and
    /// every message has its receipt.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Send_EverythingGoesWrong_NoCustomerTwiceAndNoneForgotten(int seed)
    {
        var dice = new Random(seed);
        bool Strikes(double likelihood)
        {
            lock (dice)
            {
                return dice.NextDouble() < likelihood;
            }
        }

        var wecom = Server(_ =>
            Strikes(0.15) ? MassServerFault.AnswerLost
            : Strikes(0.1) ? MassServerFault.Lost
            : Strikes(0.05) ? MassServerFault.Refused
            : MassServerFault.None
        );
        var intents = new MortalIntentStore(_rig.Intents, () => Strikes(0.08));
        DeliveryAttempt[] all =
        [
            .. from text in new[] { "一", "二" }
            from customer in Enumerable.Range(0, 12)
            select _rig.ToCustomer($"wm{customer}", text, customer % 2 == 0 ? "zhangsan" : "lisi"),
        ];
        var done = new Dictionary<string, string>();
        for (var round = 0; round < 400 && done.Count < all.Length; round++)
        {
            await TryAsync(intents, dice, [.. all.Where(attempt => !done.ContainsKey(attempt.Message.Key))], done);
            _rig.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(all.Length, done.Count);
        var reached = wecom.Tasks.Where(task => !task.IsCancelled).ToList();
        Assert.Equal(all.Length, reached.Sum(task => task.Recipients.Count));
        Assert.Equal(
            all.Length,
            reached.SelectMany(task => task.Recipients.Select(id => $"{task.Text!["content"]}{id}")).Distinct().Count()
        );
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    public void Dispose() => _rig.Dispose();

    private MassServer Server(Func<string, MassServerFault>? fault = null) => new(_rig.Server, _rig.Clock, fault);

    /// <summary>Two hosts take random parts of what is left, as the outbox would give them.</summary>
    private async Task TryAsync(
        ISendIntentStore intents,
        Random dice,
        DeliveryAttempt[] left,
        Dictionary<string, string> done
    )
    {
        lock (dice)
        {
            dice.Shuffle(left);
        }

        var parcels = left.Chunk(5)
            .Take(2)
            .SelectMany(part => part.GroupBy(attempt => _rig.Channel().BatchKey(attempt.Message)));
        await Task.WhenAll(
            parcels.Select(async parcel =>
            {
                DeliveryAttempt[] attempts = [.. parcel];
                try
                {
                    var receipts = await _rig.Channel(intents).SendAsync(attempts, default);
                    lock (done)
                    {
                        foreach (var (attempt, receipt) in attempts.Zip(receipts))
                        {
                            if (receipt is Receipt.Accepted accepted)
                            {
                                done.Add(attempt.Message.Key, accepted.Reference);
                            }
                        }
                    }
                }
                catch (HostDiedException)
                {
                    // The outbox gives its messages to another.
                }
            })
        );
    }
}
