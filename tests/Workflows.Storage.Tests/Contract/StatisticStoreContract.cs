using Workflows.Marketing.Channels.WeCom.Statistics;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What WeCom's figures of days have to be on every store.</summary>
public abstract class StatisticStoreContract : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly DateOnly Monday = new(2026, 6, 1);

    protected abstract IStatisticStore Statistics { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Save_SameDayAgain_ReplacesIt()
    {
        var day = new StaffDay("wang", Monday)
        {
            Chats = 9,
            Messages = 80,
            RepliedPercent = 60.25m,
            MinutesToReply = 3,
            NegativeFeedbacks = 1,
            Applications = 6,
            NewContacts = 5,
        };
        await SaveAsync(day with { Chats = 1, RepliedPercent = null });

        await SaveAsync(day);

        Assert.Equal([day], await StaffAsync(new DayQuestion(Monday, Monday)));
        Assert.Empty(await Statistics.ListStaffAsync(2, new DayQuestion(Monday, Monday), CancellationToken.None));
    }

    [Fact]
    public async Task List_NoAnswers_HaveNoPercent()
    {
        await SaveAsync(new StaffDay("wang", Monday));

        Assert.Null(Assert.Single(await StaffAsync(new DayQuestion(Monday, Monday))).RepliedPercent);
    }

    [Fact]
    public async Task List_Staff_IsByDayThenByMemberInPages()
    {
        await SaveAsync([
            .. from day in Enumerable.Range(0, 3) from staff in (string[])["li", "wang"] select New(staff, day),
        ]);

        var all = new DayQuestion(Monday, Monday.AddDays(1)) { Count = 3 };
        var first = await StaffAsync(all);
        var second = await StaffAsync(all with { After = (first[^1].Day, first[^1].Staff) });
        var one = await StaffAsync(all with { Staff = "wang" });

        Assert.Equal([New("li", 0), New("wang", 0), New("li", 1)], first);
        Assert.Equal([New("wang", 1)], second);
        Assert.Equal([New("wang", 0), New("wang", 1)], one);
    }

    [Fact]
    public async Task List_Groups_IsByDayThenByOwnerInPages()
    {
        GroupDay[] days =
        [
            new("li", Monday)
            {
                NewGroups = 1,
                Groups = 2,
                GroupsWithMessages = 3,
                NewMembers = 4,
                Members = 5,
                MembersWithMessages = 6,
                Messages = 7,
            },
            new("wang", Monday) { Groups = 1 },
            new("li", Monday.AddDays(1)) { Groups = 3 },
        ];
        await Statistics.SaveAsync(Tenant, days, CancellationToken.None);
        await Statistics.SaveAsync(Tenant, [days[1] with { Groups = 9 }], CancellationToken.None);

        var all = new DayQuestion(Monday, Monday.AddDays(7)) { Count = 2 };
        var first = await GroupsAsync(all);

        Assert.Equal([days[0], days[1] with { Groups = 9 }], first);
        Assert.Equal([days[2]], await GroupsAsync(all with { After = (first[^1].Day, first[^1].Owner) }));
        Assert.Equal([days[0], days[2]], await GroupsAsync(all with { Staff = "li" }));
    }

    private static StaffDay New(string staff, int day) => new(staff, Monday.AddDays(day)) { Chats = day };

    private Task SaveAsync(params StaffDay[] days) => Statistics.SaveAsync(Tenant, days, CancellationToken.None);

    private Task<IReadOnlyList<StaffDay>> StaffAsync(DayQuestion question) =>
        Statistics.ListStaffAsync(Tenant, question, CancellationToken.None);

    private Task<IReadOnlyList<GroupDay>> GroupsAsync(DayQuestion question) =>
        Statistics.ListGroupsAsync(Tenant, question, CancellationToken.None);
}
