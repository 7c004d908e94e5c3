using Workflows.Marketing.Places;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every register of stores, staff and groups has to do.</summary>
public abstract class PlacesContract : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private PlacesRig _rig = null!;

    public async Task InitializeAsync() => _rig = await OpenAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Stores_SavedAndSavedAgain_AreAsLastSaved()
    {
        var store = new Store("s1", "静安店")
        {
            Position = new GeoPoint(31.2304, 121.4737),
            Hours = new OpeningHours(
                [new OpeningDay(DayOfWeek.Monday, [new OpeningSpan(new TimeOnly(9, 0), new TimeOnly(21, 30))])],
                [new OpeningException(new DateOnly(2026, 2, 17), [])]
            ),
            TimeZone = "Asia/Urumqi",
            Address = "南京西路 1 号",
            Fulfilment = new Fulfilment(true, true, 2_500),
        };

        await _rig.Stores.SaveAsync(Tenant, [new Store("s1", "old"), new Store("s2", "two")], default);
        await _rig.Stores.SaveAsync(Tenant, [store], default);

        var found = await _rig.Stores.FindAsync(Tenant, "s1", default);
        Assert.Equivalent(store, found, strict: true);
        Assert.Null((await _rig.Stores.FindAsync(Tenant, "s2", default))!.Fulfilment);
        Assert.Null(await _rig.Stores.FindAsync(Tenant, "s3", default));
        Assert.Equal(["s1", "s2"], (await _rig.Stores.ListAsync(Tenant, null, 10, default)).Select(one => one.Id));
        Assert.Equal("s2", Assert.Single(await _rig.Stores.ListAsync(Tenant, "s1", 10, default)).Id);
    }

    [Fact]
    public async Task Stores_Changes_AreThoseAfterTheRevision()
    {
        Assert.Equal(0, await _rig.Stores.RevisionAsync(Tenant, default));
        await _rig.Stores.SaveAsync(Tenant, [new Store("s1", "1"), new Store("s2", "2")], default);
        var (all, first) = await _rig.Stores.ChangesAsync(Tenant, 0, default);
        await _rig.Stores.SaveAsync(Tenant, [new Store("s1", "1") { IsActive = false }], default);

        var (changed, second) = await _rig.Stores.ChangesAsync(Tenant, first, default);

        Assert.Equal(2, all.Count);
        Assert.False(Assert.Single(changed).IsActive);
        Assert.True(second > first);
        Assert.Equal(second, await _rig.Stores.RevisionAsync(Tenant, default));
        Assert.Empty((await _rig.Stores.ChangesAsync(Tenant, second, default)).Stores);
    }

    [Fact]
    public async Task Stores_SavedFromManySides_HaveRevisionsOfTheirOwn()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n => Task.Run(() => _rig.Stores.SaveAsync(Tenant, [new Store($"s{n}", "s")], default)))
        );

        var (all, revision) = await _rig.Stores.ChangesAsync(Tenant, 0, default);
        Assert.Equal((8, 8), (all.Count, revision));
    }

    [Fact]
    public async Task Staff_SavedAgain_KeepsItsLoad()
    {
        var member = new StaffMember("zhang", "张三")
        {
            StoreId = "s1",
            Capacity = 2,
            Persona = "IP",
        };
        await _rig.Staff.SaveAsync(Tenant, [member, new StaffMember("li", "李四")], default);
        await _rig.Staff.SaveAsync(Tenant, [member with { Load = 99 }], default);

        Assert.Equal(member, await _rig.Staff.FindAsync(Tenant, "zhang", default));
        Assert.Equal(["li", "zhang"], (await _rig.Staff.ListAsync(Tenant, null, 10, default)).Select(one => one.Id));
    }

    [Fact]
    public async Task Groups_Saved_AreFoundByWhatTheyAreFor()
    {
        CustomerGroup[] groups =
        [
            Group("full", members: 200),
            Group("some", members: 100),
            Group("empty", members: 0),
            Group("closed", 0) with
            {
                IsActive = false,
            },
            Group("over", 0) with
            {
                EndsAt = Now,
            },
            Group("moms", 0) with
            {
                Persona = "baby",
            },
            Group("flash", 0) with
            {
                Purpose = GroupPurpose.Flash,
                EndsAt = Now.AddHours(1),
            },
            Group("other", 0) with
            {
                StoreId = "s2",
            },
            Group("none", 0) with
            {
                StoreId = null,
            },
        ];
        await _rig.Groups.SaveAsync(Tenant, groups, default);

        Assert.Equal([("full", 0), ("some", 100), ("empty", 200)], await VacanciesAsync(["s1"]));
        Assert.Equal(
            ["full", "some", "empty", "other"],
            (await VacanciesAsync(["s1", "s2"])).Select(vacancy => vacancy.Id)
        );
        Assert.Equal([("none", 200)], await VacanciesAsync([]));
        Assert.Equal([("moms", 200)], await VacanciesAsync(["s1"], persona: "baby"));
        Assert.Equal([("flash", 200)], await VacanciesAsync(["s1"], GroupPurpose.Flash));
        Assert.Equal(groups[6], await _rig.Groups.FindAsync(Tenant, "flash", default));
    }

    [Fact]
    public async Task Groups_ByBot_AreCountedWhereTheyAreActive()
    {
        await _rig.Groups.SaveAsync(
            Tenant,
            [
                new CustomerGroup("g1", "1") { BotId = "a" },
                new CustomerGroup("g2", "2") { BotId = "b" },
                new CustomerGroup("g3", "3") { BotId = "b" },
                new CustomerGroup("g4", "4") { BotId = "b", IsActive = false },
                new CustomerGroup("g5", "5"),
            ],
            default
        );

        var counts = await _rig.Groups.CountByBotAsync(Tenant, default);

        Assert.Equal([("a", 1), ("b", 2)], counts.Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Fact]
    public async Task Hold_LastPlace_GoesToOneOnly()
    {
        await _rig.Groups.SaveAsync(Tenant, [Group("g", members: 197)], default);

        var seats = await Task.WhenAll(
            Enumerable
                .Range(1, 12)
                .Select(n => Task.Run(() => _rig.Groups.HoldAsync(Tenant, Request($"k{n}", Contact(n)), default)))
        );

        Assert.Equal(3, seats.OfType<GroupSeat>().Select(seat => seat.ContactId).Distinct().Count());
        Assert.Equal([("g", 0)], await VacanciesAsync(["s1"]));
    }

    [Fact]
    public async Task Hold_SameKeyOrSameContact_HoldsOnePlace()
    {
        await _rig.Groups.SaveAsync(Tenant, [Group("g", members: 0)], default);

        var first = await _rig.Groups.HoldAsync(Tenant, Request("k", Contact(1)), default);
        var again = await _rig.Groups.HoldAsync(Tenant, Request("k", Contact(1)), default);
        var other = await _rig.Groups.HoldAsync(Tenant, Request("k2", Contact(1)), default);

        Assert.Equal(new GroupSeat("g", Contact(1), SeatState.Held, Now, Now.AddDays(1)), first);
        Assert.Equal((first, first), (again, other));
        Assert.Equal(first, await _rig.Groups.FindSeatAsync(Tenant, "k2", default));
        Assert.Equal([("g", 199)], await VacanciesAsync(["s1"]));
    }

    [Fact]
    public async Task Hold_NotTakenInTime_IsFreeAgain()
    {
        await _rig.Groups.SaveAsync(Tenant, [Group("g", members: 199)], default);
        await _rig.Groups.HoldAsync(Tenant, Request("k", Contact(1)), default);

        Assert.Null(await _rig.Groups.HoldAsync(Tenant, Request("l", Contact(2)), default));
        Assert.Null(await _rig.Groups.HoldAsync(Tenant, Request("m", Contact(2)) with { GroupId = "?" }, default));
        Assert.NotNull(
            await _rig.Groups.HoldAsync(
                Tenant,
                Request("l", Contact(2)) with
                {
                    Now = Now.AddDays(1),
                    HeldUntil = Now.AddDays(2),
                },
                default
            )
        );
    }

    [Fact]
    public async Task JoinAndLeave_ReportedTwice_CountOnce()
    {
        await _rig.Groups.SaveAsync(Tenant, [Group("g", members: 10)], default);
        await _rig.Groups.HoldAsync(Tenant, Request("k", Contact(1)), default);
        await _rig.Groups.JoinAsync(Tenant, "g", Contact(1), Now.AddHours(1), default);
        await _rig.Groups.JoinAsync(Tenant, "g", Contact(1), Now.AddHours(2), default);

        Assert.Equal([("g", 189)], await VacanciesAsync(["s1"]));

        await _rig.Groups.LeaveAsync(Tenant, "g", Contact(1), Now.AddHours(3), default);
        await _rig.Groups.LeaveAsync(Tenant, "g", Contact(1), Now.AddHours(4), default);
        await _rig.Groups.LeaveAsync(Tenant, "g", Contact(2), Now.AddHours(4), default);

        Assert.Equal([("g", 190)], await VacanciesAsync(["s1"]));
        Assert.Equal(
            [new GroupSeat("g", Contact(1), SeatState.Left, Now.AddHours(3), null)],
            await _rig.Groups.ListSeatsAsync(Tenant, Contact(1), default)
        );
    }

    private protected abstract Task<PlacesRig> OpenAsync();

    private static CustomerGroup Group(string id, int members) => new(id, id) { StoreId = "s1", Members = members };

    private static Guid Contact(int number) => new($"0197a000-0000-7000-8000-{number:D12}");

    private static SeatRequest Request(string key, Guid contact) => new(key, "g", contact, Now, Now.AddDays(1));

    private async Task<(string Id, int Free)[]> VacanciesAsync(
        string[] stores,
        GroupPurpose purpose = GroupPurpose.Community,
        string? persona = null
    ) =>
        [
            .. (
                await _rig.Groups.ListVacanciesAsync(Tenant, new GroupChoice(stores, purpose, persona, Now), default)
            ).Select(vacancy => (vacancy.Group.Id, vacancy.Free)),
        ];
}
