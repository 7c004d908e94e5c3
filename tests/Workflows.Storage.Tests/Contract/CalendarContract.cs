using System.Globalization;
using Workflows.Marketing.Calendars;
using Workflows.Marketing.Channels.StaffTasks;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Stores;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;
using Workflows.Storage.Calendars;
using Workflows.Storage.Tests.Calendars;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What calendars have to do on both databases.</summary>
public abstract class CalendarContract(StorageKind kind) : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private TestDatabase _database = null!;
    private CalendarHost _host = null!;

    private DateTimeOffset Now => _database.Clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(kind);
        _host = new CalendarHost(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    /// <summary>S0-34: a store in Shanghai, one in Tokyo, and a group of no store, which keeps the workspace's time.</summary>
    [Fact]
    public async Task GroupSop_ThreeDays_StartsEachGroupOncePerSlotInItsStoresTime()
    {
        _database.Clock.SetUtcNow(new DateTimeOffset(2026, 1, 1, 20, 0, 0, TimeSpan.Zero));
        await OpenStoresAsync();
        await _host.PublishAsync(CalendarJourneys.Sop());
        await _host.ScheduleAsync();

        await _host.PlayAsync(Now.AddDays(3), Hour);

        var expected =
            from day in Enumerable.Range(0, 3)
            from place in new[] { ("sh", 8), ("tokyo", 9), ("none", 8) }
            from slot in new[] { ("08:00 breakfast", 8), ("15:00 flash", 15) }
            let at = new DateTimeOffset(2026, 1, 2, slot.Item2, 0, 0, TimeSpan.FromHours(place.Item2)).AddDays(day)
            select $"{place.Item1} {slot.Item1} {at.UtcDateTime:MM-dd HH:mm}";
        Assert.Equal(expected.Order(StringComparer.Ordinal), await SaidAsync());
    }

    [Theory]
    [InlineData("Skip", "Skipped Skipped Skipped Skipped OnTime", "15:00 flash")]
    [InlineData("RunOnce", "Skipped Skipped Skipped Skipped OnTime", "15:00 flash")]
    [InlineData("RunEach", "Late Late Late Late OnTime", "08:00 breakfast 15:00 flash")]
    public async Task Missed_WhileNobodyRan_IsDoneAsThePolicySays(string policy, string states, string last)
    {
        await OpenStoresAsync("sh");
        await _host.PublishAsync(CalendarJourneys.Sop(policy));
        await _host.ScheduleAsync();

        // In Shanghai from 2026-01-01 08:00 to 2026-01-03 15:10.
        _database.Clock.SetUtcNow(new DateTimeOffset(2026, 1, 3, 7, 10, 0, TimeSpan.Zero));
        await _host.ScheduleAsync();
        await _host.DrainAsync();

        Assert.Equal(states, await StatesAsync());
        Assert.EndsWith(
            last,
            string.Join(
                ' ',
                (await _host.MessagesAsync()).Select(one => one.Template).Distinct().Order(StringComparer.Ordinal)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Missed_RunOnceAndNoneOnTime_RunsTheLastOneLate()
    {
        await OpenStoresAsync("sh");
        await _host.PublishAsync(CalendarJourneys.Sop());
        await _host.ScheduleAsync();

        _database.Clock.SetUtcNow(new DateTimeOffset(2026, 1, 3, 12, 0, 0, TimeSpan.Zero));
        await _host.DrainAsync();

        Assert.Equal("Skipped Skipped Skipped Skipped Late", await StatesAsync());
        Assert.Equal("15:00 flash", Assert.Single(await _host.MessagesAsync()).Template);
    }

    [Fact]
    public async Task Fired_ASecondTime_IsRefusedByTheDatabase()
    {
        var subject = new Guid("0197a000-0000-7000-8000-000000000001");
        var occasion = new Occasion("2026-01-01T0800@Asia/Shanghai", "s", Now);
        var first = new OccasionFired("sop", "slots", occasion, OccasionState.OnTime, Now);

        Assert.IsType<CommitOutcome.Committed>(await CommitAsync(subject, first));
        var again = Assert.IsType<CommitOutcome.Conflict>(await CommitAsync(subject, first));

        Assert.Equal(subject, Assert.Single(again.Subjects));
        Assert.IsType<CommitOutcome.Conflict>(
            await CommitAsync(
                subject,
                first with
                {
                    Occasion = occasion with { Key = "other" },
                },
                first with
                {
                    Occasion = occasion with { Key = "other" },
                    At = Now.AddSeconds(1),
                }
            )
        );
        Assert.Equal(
            ["2026-01-01T0800@Asia/Shanghai"],
            await _host.Store.FindFiredAsync(StoreRig.Tenant, "sop", "slots", [occasion.Key, "other"], default)
        );
        Assert.Empty(await _host.Store.FindFiredAsync(2, "sop", "slots", [occasion.Key], default));
    }

    /// <summary>Another host has not yet heard that the version was replaced: both have a timer for the same moment.</summary>
    [Fact]
    public async Task Fired_ByTwoVersionsOnTwoHosts_StartsOnce()
    {
        await OpenStoresAsync("sh");
        await _host.PublishAsync(CalendarJourneys.Sop());
        await _host.ScheduleAsync();
        var old = new CalendarHost(_database.Another());
        await old.PublishedElsewhereAsync(_database);
        await _host.PublishAsync(CalendarJourneys.Sop("RunEach"));
        await _host.ScheduleAsync();
        Assert.Equal(2, (await DueAsync(Now.AddDays(1))).Count);

        _database.Clock.SetUtcNow(new DateTimeOffset(2026, 1, 1, 7, 0, 1, TimeSpan.Zero));
        await Task.WhenAll(_host.DrainAsync(), old.DrainAsync());
        await _host.DrainAsync();

        Assert.Equal("OnTime", await StatesAsync());
        Assert.Single(await _host.MessagesAsync());
    }

    /// <summary>Published a moment before the slot, so that the older version's timer is the only one for it.</summary>
    [Fact]
    public async Task Fired_VersionReplacedAtTheMoment_IsNotLost()
    {
        await OpenStoresAsync("sh");
        await _host.PublishAsync(CalendarJourneys.Sop());
        await _host.ScheduleAsync();
        _database.Clock.SetUtcNow(new DateTimeOffset(2026, 1, 1, 7, 0, 1, TimeSpan.Zero));
        await _host.PublishAsync(CalendarJourneys.Sop("RunEach"));
        await _host.ScheduleAsync();

        await _host.DrainAsync();

        Assert.Equal("15:00 flash", Assert.Single(await _host.MessagesAsync()).Template);
        Assert.Equal(
            new DateTimeOffset(2026, 1, 1, 23, 0, 0, TimeSpan.Zero),
            Assert.Single(await DueAsync(Now.AddDays(1))).DueAt
        );
    }

    [Fact]
    public async Task Fired_WorkflowUnpublished_StartsNothing()
    {
        await OpenStoresAsync("sh");
        await _host.PublishAsync(CalendarJourneys.Sop());
        await _host.ScheduleAsync();
        await _database.Get<DefinitionCatalog>().RetractAsync("sop", default);

        await _host.PlayAsync(Now.AddDays(1), Hour);

        Assert.Empty(await _host.MessagesAsync());
        Assert.Equal("", await StatesAsync());
    }

    /// <summary>S4-39. More contacts than fit on a page; a fifth keeps the day by the lunar calendar: 2026-02-17 is its new year.</summary>
    [Fact]
    public async Task Birthday_SolarAndLunar_StartsThoseWhoseDayItIs()
    {
        var people = Enumerable
            .Range(0, 1_300)
            .Select(number =>
                Person(
                    $"c{number}",
                    number % 5 == 0 ? "02-17"
                        : number % 5 == 1 ? "01-01"
                        : "07-07"
                )
            );
        await _host.AcceptAsync([.. people, Person("nobody", null)]);
        await _host.PublishAsync(CalendarJourneys.Contacts("Birthday", CalendarJourneys.Member("time", "10:00")));
        await _host.ScheduleAsync();

        await _host.PlayAsync(new DateTimeOffset(2026, 2, 18, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(1));

        var messages = await _host.MessagesAsync();
        Assert.Equal(260, messages.Count(message => message.Content.Text is "2026-02-17"));
        Assert.Equal(260, messages.Count(message => message.Content.Text is "2026-01-01"));
        Assert.Equal(520, messages.Count);

        await _host.PublishAsync(
            CalendarJourneys.Contacts("Birthday", CalendarJourneys.Member("calendar", "Lunar"), version: "2")
        );
        await _host.PlayAsync(new DateTimeOffset(2027, 2, 7, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(1));

        var lunar = (await _host.MessagesAsync()).Where(message => message.Template is "v2").ToList();
        Assert.Equal(
            ["2026-04-04 260", "2026-08-19 780", "2027-02-06 260"],
            lunar
                .GroupBy(message => message.Content.Text)
                .OrderBy(day => day.Key, StringComparer.Ordinal)
                .Select(day => $"{day.Key} {day.Count()}")
        );
    }

    [Fact]
    public async Task PurchaseCycle_UntilSomethingIsBought_ComesRoundEachCycle()
    {
        await _host.AcceptAsync(Paid("ann", "1", 0), Paid("bob", "2", 0), Paid("eve", "3", 5));
        await _host.AcceptAsync(Person("eve", null, """ "cycle": 7 """));
        await _host.PublishAsync(
            CalendarJourneys.Contacts(
                "PurchaseCycle",
                Number("cycleDays", 10)
                    + Number("cycles", 2)
                    + Number("daysBefore", 1)
                    + CalendarJourneys.Member("cycleAttribute", "cycle")
            )
        );
        await _host.ScheduleAsync();

        await _host.PlayAsync(Now.AddDays(12), TimeSpan.FromHours(6));
        await _host.AcceptAsync(Paid("bob", "4", 12));
        await _host.PlayAsync(Now.AddDays(20), TimeSpan.FromHours(6));

        Assert.Equal(
            [
                "ann 2026-01-10",
                "ann 2026-01-20",
                "bob 2026-01-10",
                "bob 2026-01-22",
                "bob 2026-02-01",
                "eve 2026-01-12",
                "eve 2026-01-19",
            ],
            await ToldAsync()
        );
    }

    [Theory]
    [InlineData("Joined", "2026-03-15")]
    [InlineData("FirstOrder", "2026-03-20")]
    public async Task Anniversary_OfACustomer_ComesOnTheDay(string of, string day)
    {
        await _host.AcceptAsync(
            Person("ann", null, joined: "2024-03-15T10:00:00Z"),
            Paid("ann", "1", at: "2024-03-19T17:00:00Z"),
            Paid("ann", "2", at: "2025-03-25T02:00:00Z")
        );
        await _host.PublishAsync(CalendarJourneys.Contacts("CustomerAnniversary", CalendarJourneys.Member("of", of)));
        await _host.ScheduleAsync();

        await _host.PlayAsync(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(12));

        Assert.Equal([$"ann {day}"], await ToldAsync());
    }

    /// <summary>S2-38: three days before the anniversary of one store, for its group.</summary>
    [Fact]
    public async Task CalendarDay_OfTheWorkspacesCalendar_ComesDaysBefore()
    {
        await OpenStoresAsync();
        await SaveCalendarAsync(
            """{"days":[{"code":"sh-birthday","family":"anniversary","zh":"店庆","en":"Birthday","falls":"01-20","since":2020,"store":"sh"}]}"""
        );
        await _host.PublishAsync(
            CalendarJourneys
                .Contacts(
                    "CalendarDay",
                    CalendarJourneys.Member("day", "sh-birthday")
                        + CalendarJourneys.Member("runsFor", "Groups")
                        + Number("daysBefore", 3)
                )
                .Replace(
                    "\"type\": \"Marketing.SendMessage\"",
                    "\"type\": \"Marketing.SendGroupMessage\", \"group\": { \"typeName\": \"String\", \"expression\": { \"type\": \"Liquid\", \"value\": \"{{ Input.group }}\" } }",
                    StringComparison.Ordinal
                )
                .Replace("{{ Input.date }}", "{{ Input.date }} {{ Input.years }}", StringComparison.Ordinal)
        );
        await _host.ScheduleAsync();

        await _host.PlayAsync(new DateTimeOffset(2026, 2, 10, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(12));

        Assert.Equal("Late", await StatesAsync());
        var message = Assert.Single(await _host.MessagesAsync());
        Assert.Equal(("group:sh", "2026-01-17 6"), (message.Recipient.Address, message.Content.Text));
    }

    /// <summary>S4-40: whatever happens to the hosts, each end of a group starts its journey once.</summary>
    [Fact]
    public async Task FlashGroup_ItsTimeIsOver_EndsOnceThoughHostsDie()
    {
        await OpenStoresAsync("none");
        await _database
            .Get<IGroupRegister>()
            .SaveAsync(StoreRig.Tenant, [new("flash", "快闪"), new("old", "旧") { EndsAt = Now.AddDays(-1) }], default);
        foreach (var journey in CalendarJourneys.Flash)
        {
            await _host.PublishAsync(journey);
        }

        await _host.ScheduleAsync();
        await _host.PlayAsync(Now.AddHours(3), TimeSpan.FromMinutes(10));

        var open = await _database.Get<IGroupRegister>().FindAsync(StoreRig.Tenant, "flash", default);
        Assert.Equal((GroupPurpose.Flash, true), (open!.Purpose, open.IsActive));
        Assert.Equal(["old over 01-01 00:20"], await SaidAsync());

        // Another host takes over, and a third one later; the first never comes back.
        var second = new CalendarHost(_database.Another());
        await second.PublishedElsewhereAsync(_database);
        await second.PlayAsync(Now.AddHours(1.5), TimeSpan.FromMinutes(10));
        var third = new CalendarHost(_database.Another());
        await third.PublishedElsewhereAsync(_database);
        await third.ScheduleAsync();
        await third.PlayAsync(Now.AddHours(2), TimeSpan.FromMinutes(10));

        Assert.Equal(["flash over 01-01 04:20", "old over 01-01 00:20"], await SaidAsync());
        var closed = await _database.Get<IGroupRegister>().FindAsync(StoreRig.Tenant, "flash", default);
        Assert.False(closed!.IsActive);
    }

    /// <summary>S1-06: each silence of a group is told once, however many hosts look and however long it lasts.</summary>
    [Fact]
    public async Task Group_NobodySpeaksInIt_IsToldOnceASilence()
    {
        await OpenStoresAsync("none");
        await _database
            .Get<IGroupRegister>()
            .SaveAsync(
                StoreRig.Tenant,
                [
                    new("quiet", "安静") { OwnerId = "li" },
                    new("lively", "热闹") { OwnerId = "wu" },
                    new("over", "已散") { OwnerId = "li", IsActive = false },
                    new("flash", "快闪") { OwnerId = "li", Purpose = GroupPurpose.Flash },
                ],
                default
            );
        await _host.PublishAsync(CalendarJourneys.Unattended);
        await _host.ScheduleAsync();
        for (var day = 1; day <= 4; day++)
        {
            await SpeakAsync("lively");
            await _host.PlayAsync(Now.AddHours(23), TimeSpan.FromHours(1));
        }

        Assert.Equal(["staff:li 安静 2026-01-01 3"], await TasksAsync());

        // Another host takes over; the silence is the same, though the group is saved again.
        await _database
            .Get<IGroupRegister>()
            .SaveAsync(StoreRig.Tenant, [new("quiet", "很安静") { OwnerId = "li" }], default);
        var second = new CalendarHost(_database.Another());
        await second.PublishedElsewhereAsync(_database);
        await second.ScheduleAsync();
        await SpeakAsync("lively");
        await second.PlayAsync(Now.AddHours(20), TimeSpan.FromHours(1));
        Assert.Single(await TasksAsync());

        await SpeakAsync("quiet");
        var spoken = Now;
        await SpeakAsync("lively");
        await second.PlayAsync(Now.AddHours(70), TimeSpan.FromHours(1));
        Assert.Single(await TasksAsync());
        await SpeakAsync("lively");
        await second.PlayAsync(Now.AddHours(10), TimeSpan.FromHours(1));

        var since = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(spoken, CalendarHost.Zone);
        Assert.Equal(
            [
                "staff:li 安静 2026-01-01 3",
                $"staff:li 很安静 {since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 3",
            ],
            await TasksAsync()
        );
    }

    private async Task SpeakAsync(string group) =>
        await _database
            .Get<IContactStore>()
            .AcceptAsync(
                StoreRig.Tenant,
                [
                    new ContactEvent(
                        "archive",
                        $"{group}{Now.UtcTicks}",
                        "message.sent",
                        Now,
                        [new ContactIdentity(IdentityKind.ExternalUserId, "ann")],
                        $$"""{"staff":"li","group":"{{group}}"}"""
                    ),
                ],
                Now,
                default
            );

    private async Task<IReadOnlyList<string>> TasksAsync() =>
        [
            .. (await _host.MessagesAsync())
                .Select(message => $"{message.Recipient.Address} {message.Content.Text}")
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>S0-41: the owner gets the task at the slot; nobody does it, so that the head of the store gets one.</summary>
    [Fact]
    public async Task Task_NobodyDoesIt_GoesUpALevel()
    {
        await OpenStoresAsync("sh");
        await _host.PublishAsync(CalendarJourneys.Escalation);
        await _host.ScheduleAsync();
        var tasks = _database.Get<IHandTaskStore>();
        using var dispatcher = new MessageDispatcher(
            _database.Get<IMessageStore>(),
            new ChannelSet(new HandTaskChannel("staff-task", tasks, _database.Clock, TimeSpan.FromHours(24))),
            "host",
            new MessageDispatcherOptions(),
            _database.Clock
        );

        await PlayAsync(dispatcher, Now.AddHours(3));
        var first = Assert.Single(await tasks.ListAsync(StoreRig.Tenant, new HandTaskQuery(), default));
        await PlayAsync(dispatcher, Now.AddHours(5));
        var second = Assert.Single(await tasks.ListAsync(StoreRig.Tenant, new HandTaskQuery(Staff: "head"), default));

        Assert.Equal(
            ("li", "post", "上海群", new DateTimeOffset(2026, 1, 1, 2, 0, 0, TimeSpan.Zero)),
            (first.Staff, first.Message.Template, first.Message.Content.Text, first.PreparedAt)
        );
        Assert.Equal(("not-posted", "上海群"), (second.Message.Template, second.Message.Content.Text));
        Assert.True(second.PreparedAt >= first.DueBy);
    }

    private async Task PlayAsync(MessageDispatcher dispatcher, DateTimeOffset until)
    {
        while (Now < until)
        {
            await _host.PlayAsync(Now.AddMinutes(20), TimeSpan.FromMinutes(20));
            await dispatcher.DispatchAsync(default);
            await _host.DrainAsync();
        }
    }

    [Fact]
    public async Task MemberDay_ThreeMonths_RunsOnEachDateOnceForThoseChosen()
    {
        await _host.AcceptAsync(Person("ann", null, """ "vip": true """), Person("bob", null));
        await _host.PublishAsync(
            CalendarJourneys.Contacts(
                "MemberDay",
                CalendarJourneys.Member("fallsOn", "day 8, last friday")
                    + CalendarJourneys.Member("runsFor", "Contacts")
                    + CalendarJourneys.Member("where", "contact.Flag(\\\"vip\\\") == true")
            )
        );
        await _host.ScheduleAsync();

        await _host.PlayAsync(new DateTimeOffset(2026, 2, 20, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(12));
        // Another host runs on while the first stands still; then the first comes back with timers of its own.
        var second = new CalendarHost(_database.Another());
        await second.PublishedElsewhereAsync(_database);
        await second.ScheduleAsync();
        await second.PlayAsync(new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(12));
        await _host.ScheduleAsync();
        await _host.PlayAsync(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(12));

        Assert.Equal(
            [
                "ann 2026-01-08",
                "ann 2026-01-30",
                "ann 2026-02-08",
                "ann 2026-02-27",
                "ann 2026-03-08",
                "ann 2026-03-27",
            ],
            await ToldAsync()
        );
    }

    private async Task SaveCalendarAsync(string json)
    {
        var store = _database.Get<ICalendarStore>();
        Assert.Null(await store.FindAsync(StoreRig.Tenant, default));
        await store.SaveAsync(StoreRig.Tenant, "{}", default);
        await store.SaveAsync(StoreRig.Tenant, json, default);
        Assert.Equal(json, await store.FindAsync(StoreRig.Tenant, default));
    }

    private async Task OpenStoresAsync(params string[] only)
    {
        Store[] stores = [new("sh", "上海"), new("tokyo", "东京") { TimeZone = "Asia/Tokyo" }];
        await _database.Get<IStoreRegister>().SaveAsync(StoreRig.Tenant, stores, default);
        CustomerGroup[] groups =
        [
            new("sh", "上海群") { StoreId = "sh", OwnerId = "li" },
            new("tokyo", "东京群") { StoreId = "tokyo" },
            new("none", "总群"),
            new("service", "售后群") { Purpose = GroupPurpose.Service },
            new("over", "旧群") { IsActive = false },
            new("ended", "快闪群") { EndsAt = Now },
        ];
        await _database
            .Get<IGroupRegister>()
            .SaveAsync(
                StoreRig.Tenant,
                [.. groups.Where(group => only.Length == 0 || only.Contains(group.Id))],
                default
            );
    }

    private Task<CommitOutcome> CommitAsync(Guid subject, params Effect[] effects) =>
        _host.Store.CommitAsync(
            new WorkCommit
            {
                Effects = [.. effects.Select(effect => new TenantEffect(StoreRig.Tenant, subject, effect))],
            },
            default
        );

    private async Task<IReadOnlyList<WorkItem>> DueAsync(DateTimeOffset until) =>
        await _host.Store.TakeAsync(PartitionSet.All, until, 100, default);

    private async Task<string> StatesAsync() =>
        string.Join(
            ' ',
            (
                await _database
                    .Get<OccasionLog>()
                    .ListAsync(StoreRig.Tenant, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 1_000, default)
            )
                .Where(one => one.Key.EndsWith(CalendarHost.Zone, StringComparison.Ordinal))
                .Select(one => one.State)
        );

    private async Task<IEnumerable<string>> SaidAsync() =>
        (await _host.MessagesAsync())
            .Select(message =>
                $"{message.Recipient.Address["group:".Length..]} {message.Template} {message.CreatedAt.UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)}"
            )
            .Order(StringComparer.Ordinal);

    private async Task<IEnumerable<string>> ToldAsync() =>
        (await _host.MessagesAsync())
            .Select(message =>
                $"{((Recipient.Person)message.Recipient).To.Find(IdentityKind.ExternalUserId)} {message.Content.Text}"
            )
            .Order(StringComparer.Ordinal);

    private static string Number(string name, int value) =>
        $$"""
            "{{name}}": { "typeName": "Int32", "expression": { "type": "Literal", "value": {{value}} } },
            """;

    private ContactEvent Person(string name, string? birthday, string more = "", string? joined = null)
    {
        var attributes = string.Join(
            ',',
            new[] { birthday is null ? "" : $"\"birthday\":\"{birthday}\"", more }.Where(one => one.Length > 0)
        );
        var since = joined is null ? "" : $"\"joinedAt\":\"{joined}\",";
        return Event($"p-{name}", name, ContactEventTypes.Imported, Now, $"{{{since}\"attributes\":{{{attributes}}}}}");
    }

    private static ContactEvent Paid(string name, string id, int daysAfter) =>
        Event(
            id,
            name,
            ContactEventTypes.OrderPaid,
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(daysAfter),
            """{"amount":10}"""
        );

    private static ContactEvent Paid(string name, string id, string at) =>
        Event(
            id,
            name,
            ContactEventTypes.OrderPaid,
            DateTimeOffset.Parse(at, CultureInfo.InvariantCulture),
            """{"amount":10}"""
        );

    private static ContactEvent Event(string id, string name, string type, DateTimeOffset at, string data) =>
        new("shop", id, type, at, [new ContactIdentity(IdentityKind.ExternalUserId, name)], data);
}
