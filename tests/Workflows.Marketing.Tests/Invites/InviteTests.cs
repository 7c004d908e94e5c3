using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Invites;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Tests.Invites;

public sealed class InviteTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly MemoryContactStore _store = new();
    private readonly ContactEventIntake _intake;

    public InviteTests() => _intake = new ContactEventIntake(_store, new FakeTimeProvider(Now));

    [Theory]
    [InlineData("i.spring.AAAAAAAAAAAAAAAAAAAAAA", true)]
    [InlineData("i.spring.AAAAAAAAAAAAAAAAAAAAA", false)]
    [InlineData("i.spring.AAAAAAAAAAAAAAAAAAAA!A", false)]
    [InlineData("i.sp ring.AAAAAAAAAAAAAAAAAAAAAA", false)]
    [InlineData("i..AAAAAAAAAAAAAAAAAAAAAA", false)]
    [InlineData("i.a.b.AAAAAAAAAAAAAAAAAAAAAA", false)]
    [InlineData("store-17", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Read_Text_KnowsCodes(string? text, bool isCode) =>
        Assert.Equal(isCode, InviteCode.Read(text) is not null);

    [Fact]
    public void Read_AnyContact_GivesBackWhatWasWritten()
    {
        for (var n = 0; n < 1_000; n++)
        {
            var code = new InviteCode("spring26", Guid.CreateVersion7(Now.AddMinutes(n)));

            Assert.Equal(code, InviteCode.Read(code.ToString()));
            Assert.InRange(code.ToString().Length, 1, 64);
        }
    }

    [Fact]
    public async Task Accept_InviteesOfAllKinds_CountOnceEach()
    {
        var inviter = await MeetAsync("woInviter");
        var code = new InviteCode("spring", inviter).ToString();

        await ComeAsync("woA", "wecom.friend_added", "state", code);
        await ComeAsync("woA", "group.joined", "state", code);
        await ComeAsync("woB", "group.joined", "invite", code);
        await ComeAsync("woE", "oa.followed", "scene", code);
        await ComeAsync("woInviter", "group.joined", "invite", code);
        await ComeAsync("woC", "wecom.friend_added", "state", "i.spring.AAAAAAAAAAAAAAAAAAAAAA");
        await ComeAsync("woD", "wecom.friend_edited", "state", code);
        await ComeAsync("woB", "order.paid", "invite", code);

        Assert.Equal(
            ["invite.accepted", "invite.accepted", "invite.accepted", "invite.ordered"],
            Told(inviter).Select(one => one.Type)
        );
        var contact = new Contact((await _store.FindAsync(1, inviter, CancellationToken.None))!);
        foreach (var told in Told(inviter))
        {
            contact.Fold(told);
        }

        Assert.Equal((3L, 1L), (contact.Attribute("invited_spring"), contact.Attribute("invite_orders_spring")));
    }

    [Fact]
    public async Task Accept_InviteeOfTwoInviters_CountsForTheFirst()
    {
        var (one, other) = (await MeetAsync("woOne"), await MeetAsync("woOther"));

        await ComeAsync("woA", "wecom.friend_added", "state", new InviteCode("spring", one).ToString());
        await ComeAsync("woA", "wecom.friend_added", "state", new InviteCode("spring", other).ToString());
        await ComeAsync("woA", "wecom.friend_added", "state", new InviteCode("summer", other).ToString());

        Assert.Single(Told(one));
        Assert.Contains("summer", Assert.Single(Told(other)).Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://work.weixin.qq.com/ca/x", "WeCom", "https://work.weixin.qq.com/ca/x?customer_channel={0}")]
    [InlineData("https://shop/p?id=1#top", "Distribution", "https://shop/p?id=1&invite={0}#top")]
    [InlineData("https://oa", "OfficialAccount", "https://oa?scene={0}")]
    [InlineData("", "Group", "")]
    public async Task InviteFriends_Link_CarriesTheCode(string link, string leadsTo, string expected)
    {
        var contact = ContactWith(0);
        var (_, burst) = await RunAsync(
            new InviteFriends
            {
                Id = "block",
                Campaign = new Input<string>("spring"),
                LeadsTo = new Input<string>(leadsTo),
                Link = new Input<string?>(link),
            },
            contact
        );

        var code = new InviteCode("spring", contact.Id).ToString();
        var journal = burst.JournalEntries.Single(entry => entry.Data?.ContainsKey("code") == true);
        Assert.Equal(code, journal.Data!["code"]);
        Assert.Equal(string.Format(null, expected, code), InviteFriends.Append(link, leadsTo, code));
    }

    [Fact]
    public async Task FissionTask_Invitees_WaitsUntilTheGoal()
    {
        var contact = ContactWith(1);
        var (runner, burst) = await RunAsync(Task(goal: 3, TimeSpan.FromDays(3)), contact);
        Assert.Null(OutcomeOf(burst));
        var first = Assert.Single(burst.AddedBookmarks);
        Assert.Equal(Now.AddDays(3), first.DueAt);

        contact.Fold(Accepted("2"));
        burst = await runner.ResumeAsync(
            burst.Instance,
            first.Id,
            With(Accepted("2")),
            new Turn(Now.AddDays(1), contact)
        );
        Assert.Null(OutcomeOf(burst));
        var second = Assert.Single(burst.AddedBookmarks);
        Assert.Equal(Now.AddDays(3), second.DueAt);

        contact.Fold(Accepted("3"));
        burst = await runner.ResumeAsync(
            burst.Instance,
            second.Id,
            With(Accepted("3")),
            new Turn(Now.AddDays(2), contact)
        );
        Assert.Equal("Reached", OutcomeOf(burst));
    }

    [Fact]
    public async Task FissionTask_GoalReachedBefore_GoesOnAtOnce()
    {
        var (_, burst) = await RunAsync(Task(goal: 2, null), ContactWith(2));

        Assert.Equal("Reached", OutcomeOf(burst));
    }

    [Fact]
    public async Task FissionTask_TimeOver_SaysSo()
    {
        var contact = ContactWith(1);
        var (runner, burst) = await RunAsync(Task(goal: 3, TimeSpan.FromDays(3)), contact);

        burst = await runner.ResumeAsync(
            burst.Instance,
            Assert.Single(burst.AddedBookmarks).Id,
            new ResumeOptions(),
            new Turn(Now.AddDays(3), contact)
        );

        Assert.Equal("TimedOut", OutcomeOf(burst));
    }

    private static FissionTask Task(int goal, TimeSpan? timeout) =>
        new()
        {
            Id = "block",
            Campaign = new Input<string>("spring"),
            Goal = new Input<int>(goal),
            Timeout = new Input<TimeSpan?>(timeout),
        };

    private static ContactEvent Accepted(string id) =>
        new("invites", id, "invite.accepted", Now, [], """{"campaign":"spring"}""");

    private static ResumeOptions With(ContactEvent told) => new() { StimulusPayload = told };

    private static Contact ContactWith(int invited)
    {
        var contact = new Contact(new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Now));
        for (var n = 0; n < invited; n++)
        {
            contact.Fold(Accepted($"{n}"));
        }

        return contact;
    }

    private static async Task<(WorkflowRunner Runner, Burst Burst)> RunAsync(Activity activity, Contact contact)
    {
        var sequence = new Sequence { Id = "root" };
        sequence.Activities.Add(activity);
        var definition = new WorkflowDefinition { DefinitionId = "test", RootActivity = sequence };
        var compilation = ShippedJourney.Compiler.Compile(definition);
        Assert.Empty(compilation.Diagnostics);
        var runner = new WorkflowRunner();
        var options = new StartOptions { InstanceId = Guid.CreateVersion7(Now), Subject = contact.Id };
        return (runner, await runner.StartAsync(compilation.Graph!, options, new Turn(Now, contact)));
    }

    private static string? OutcomeOf(Burst burst) =>
        burst
            .JournalEntries.Where(entry =>
                entry.Outcomes is not null && burst.Instance.Graph.Nodes[entry.NodeId].ActivityId is "block"
            )
            .Select(entry => entry.Outcomes!.Names[0])
            .FirstOrDefault();

    private IEnumerable<ContactEvent> Told(Guid contact) =>
        _store
            .Accepted.Where(one => one.ContactId == contact && one.Event.Source is InviteEvents.Source)
            .Select(one => one.Event);

    private async Task<Guid> MeetAsync(string customer)
    {
        var taken = await ComeAsync(customer, "wecom.friend_added", "state", "store-1");
        return taken.Receipts[0].ContactId;
    }

    private int _ids;

    private async Task<ContactEventIntakeResult> ComeAsync(string customer, string type, string place, string code)
    {
        var taken = await _intake.AcceptAsync(
            1,
            [
                new ContactEvent(
                    "wecom",
                    $"{_ids++}",
                    type,
                    Now,
                    [new ContactIdentity(IdentityKind.ExternalUserId, customer)],
                    $$"""{"{{place}}":"{{code}}"}"""
                ),
            ],
            CancellationToken.None
        );
        Assert.Single(taken.Receipts);
        return taken;
    }
}
