using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Tests.Channels.WeCom.Callbacks;

namespace Workflows.Marketing.Tests.Channels.WeCom.Welcome;

public sealed class WelcomeDeskTests : IDisposable
{
    private readonly WelcomeRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Greet_NewFriend_SaysTheFilledInTextWithTheCodeAndRecordsIt()
    {
        await _rig.Staff.SaveAsync(
            WelcomeRig.Tenant,
            [new StaffMember("zhangsan", "张三") { StoreId = "17" }],
            CancellationToken.None
        );
        await _rig.PublishAsync(
            """
            {"rules":[{"name":"store-17","stores":["17"],
                "text":"你好{{ contact.name }}，我是{{ staff.name }}，{{ store }}号店（{{ state }}）",
                "attachments":[{"kind":"link","title":"t","url":"https://example.com/a"}]}]}
            """
        );

        var settlement = await _rig.GreetAsync(CallbackRig.Added("woA"));

        Assert.Equal(SendOutcome.Sent, Assert.IsType<MessageSettlement.Ended>(settlement).Outcome);
        var body = Assert.Single(_rig.Welcomes).Body!;
        Assert.Equal("code-woA", (string?)body["welcome_code"]);
        Assert.Equal("你好，我是张三，17号店（shop-7）", (string?)body["text"]!["content"]);
        Assert.Equal("https://example.com/a", (string?)body["attachments"]![0]!["link"]!["url"]);
        var record = await _rig.SingleAsync();
        Assert.Equal(
            (Carrier.Welcome, "store-17", "zhangsan", SendOutcome.Sent),
            (record.Message.Carrier, record.Message.Template, record.Message.Sender, record.Outcome)
        );
        Assert.Equal(Assert.Single(_rig.Contacts.Accepted).ContactId, record.Message.ContactId);
    }

    [Theory]
    [InlineData("""{"rules":[]}""", null)]
    [InlineData("""{"rules":[{"name":"a","states":["shop-8"],"text":"x"}]}""", null)]
    [InlineData("""{"rules":[{"name":"a","states":["shop-8"],"text":"x"},{"name":"b","text":"y"}]}""", "b")]
    [InlineData("""{"rules":[{"name":"a","states":["shop-*"],"text":"x"},{"name":"b","text":"y"}]}""", "a")]
    [InlineData("""{"rules":[{"name":"a","staff":["lisi"],"text":"x"}]}""", null)]
    [InlineData("""{"rules":[{"name":"a","stores":["17"],"text":"x"}]}""", null)]
    [InlineData("""{"rules":[{"name":"a","leftToJourney":true},{"name":"b","text":"y"}]}""", null)]
    public async Task Greet_Rules_TheFirstThatFitsSpeaks(string plan, string? speaks)
    {
        await _rig.PublishAsync(plan);

        await _rig.GreetAsync(CallbackRig.Added("woA"));

        var said = await _rig.Outbox.ListAsync(WelcomeRig.Tenant, new MessageQuery(), CancellationToken.None);
        Assert.Equal(speaks, said.SingleOrDefault()?.Message.Template);
    }

    [Fact]
    public async Task Greet_WithoutAPlanOrACode_SaysNothing()
    {
        Assert.Null(await _rig.GreetAsync(CallbackRig.Added("woA")));
        await _rig.PublishAsync("""{"rules":[{"name":"a","text":"x"}]}""");
        Assert.Null(
            await _rig.GreetAsync(
                CallbackRig.Added("woB").Replace("<WelcomeCode>code-woB</WelcomeCode>", "", StringComparison.Ordinal)
            )
        );
        Assert.Empty(_rig.Welcomes);
    }

    [Fact]
    public async Task Greet_TwoProcessesAtOnce_SpeakOnce()
    {
        await _rig.PublishAsync("""{"rules":[{"name":"a","text":"x"}]}""");
        var callback = await _rig.ArriveAsync(CallbackRig.Added("woA"));
        var now = _rig.Clock.GetUtcNow();

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    Task.Run(() =>
                        _rig.DeskOf($"p{n}").GreetAsync(WelcomeRig.Tenant, callback, now, CancellationToken.None)
                    )
                )
        );

        Assert.Single(_rig.Welcomes);
    }

    [Fact]
    public async Task Greet_AfterTwentySeconds_SaysNothing()
    {
        await _rig.PublishAsync("""{"rules":[{"name":"a","text":"x"}]}""");
        var callback = await _rig.ArriveAsync(CallbackRig.Added("woA"));
        var received = _rig.Clock.GetUtcNow();
        _rig.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Null(await _rig.Desk.GreetAsync(WelcomeRig.Tenant, callback, received, CancellationToken.None));
        Assert.Empty(_rig.Welcomes);
    }

    [Theory]
    [InlineData(41051, SendOutcome.Refused, "welcome_code_used")]
    [InlineData(41050, SendOutcome.Refused, "welcome_code_invalid")]
    [InlineData(84061, SendOutcome.NotAFriend, "not_a_friend")]
    [InlineData(48002, SendOutcome.Failed, "wecom_configuration")]
    [InlineData(40058, SendOutcome.Refused, "welcome_refused")]
    public async Task Greet_WeComSaysNo_EndsWithTheReason(int code, SendOutcome outcome, string reason)
    {
        _rig.Server.Answer = _ => new WeComServerAnswer($$"""{"errcode":{{code}},"errmsg":"no"}""");
        await _rig.PublishAsync("""{"rules":[{"name":"a","text":"x"}]}""");

        await _rig.GreetAsync(CallbackRig.Added("woA"));

        var record = await _rig.SingleAsync();
        Assert.Equal((outcome, reason), (record.Outcome, record.ReasonCode));
    }

    [Fact]
    public async Task Greet_AnswerLost_IsTriedAgainByAnyDispatcherAndNeverSaidTwice()
    {
        _rig.Server.Answer = call => new WeComServerAnswer(call.Is("send_welcome_msg") ? null : "{}");
        await _rig.PublishAsync("""{"rules":[{"name":"a","text":"x"}]}""");
        await _rig.GreetAsync(CallbackRig.Added("woA"));
        Assert.False((await _rig.SingleAsync()).State.IsFinal());

        _rig.Server.Answer = _ => new WeComServerAnswer("""{"errcode":41051,"errmsg":"used"}""");
        _rig.Clock.Advance(TimeSpan.FromSeconds(3));
        await _rig.Dispatcher().DispatchAsync(CancellationToken.None);

        var record = await _rig.SingleAsync();
        Assert.Equal((SendOutcome.Unconfirmed, "welcome_code_used"), (record.Outcome, record.ReasonCode));
    }

    [Fact]
    public async Task Greet_ProcessDiedBeforeItSpoke_AnotherSpeaksWithinTheTwentySeconds()
    {
        await _rig.PublishAsync("""{"rules":[{"name":"a","text":"x"}]}""");
        var callback = await _rig.ArriveAsync(CallbackRig.Added("woA"));
        var now = _rig.Clock.GetUtcNow();
        // All that a process which dies between writing and sending leaves behind.
        await _rig.Outbox.AddAsync(
            WelcomeRig.Tenant,
            Left(callback.Key, now),
            new MessageLease("dead", 1, now, now.AddSeconds(6)),
            CancellationToken.None
        );

        Assert.Null(await _rig.Desk.GreetAsync(WelcomeRig.Tenant, callback, now, CancellationToken.None));
        _rig.Clock.Advance(TimeSpan.FromSeconds(7));
        await _rig.Dispatcher().DispatchAsync(CancellationToken.None);

        Assert.Equal("code-woA", (string?)Assert.Single(_rig.Welcomes).Body!["welcome_code"]);
        Assert.Equal(SendOutcome.Sent, (await _rig.SingleAsync()).Outcome);
    }

    [Fact]
    public async Task Send_MessageOfAJourney_FindsTheCodeOfTheFriend()
    {
        await _rig.ArriveAsync(CallbackRig.Added("woA", staff: "lisi"));
        _rig.Outbox.Add(WelcomeRig.Tenant, Left("k", _rig.Clock.GetUtcNow()) with { Sender = null });

        await _rig.Dispatcher().DispatchAsync(CancellationToken.None);

        Assert.Equal("code-woA", (string?)Assert.Single(_rig.Welcomes).Body!["welcome_code"]);
    }

    [Theory]
    [InlineData("woB", 0, SendOutcome.Refused, "welcome_no_code")]
    [InlineData("woA", 21, SendOutcome.Expired, "welcome_expired")]
    public async Task Send_WithoutAGoodCode_AsksNobody(string customer, int seconds, SendOutcome outcome, string reason)
    {
        await _rig.ArriveAsync(CallbackRig.Added("woA"));
        _rig.Clock.Advance(TimeSpan.FromSeconds(seconds));
        _rig.Outbox.Add(WelcomeRig.Tenant, Left("k", _rig.Clock.GetUtcNow(), customer));

        await _rig.Dispatcher().DispatchAsync(CancellationToken.None);

        var record = await _rig.SingleAsync();
        Assert.Equal((outcome, reason), (record.Outcome, record.ReasonCode));
        Assert.Empty(_rig.Welcomes);
    }

    private static OutboundMessage Left(string key, DateTimeOffset at, string customer = "woA") =>
        new(
            $"wecom-welcome:{key}",
            new Recipient.Person(
                Guid.Parse("018f0000-0000-7000-8000-000000000001"),
                [
                    new Workflows.Marketing.Contacts.ContactIdentity(
                        Workflows.Marketing.Contacts.IdentityKind.ExternalUserId,
                        customer
                    ),
                ]
            ),
            Carrier.Welcome,
            "wecom-welcome",
            "a",
            new MessageContent("x"),
            "service",
            at,
            "wecom-welcome",
            1
        )
        {
            Sender = "zhangsan",
        };
}
