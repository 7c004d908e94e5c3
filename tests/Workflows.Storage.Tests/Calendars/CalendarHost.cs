using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Calendars;
using Workflows.Marketing.Calendars.Audiences;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Launches;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;
using Workflows.Marketing.Segments;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;
using Workflows.Storage.Instances;

namespace Workflows.Storage.Tests.Calendars;

/// <summary>What one host does about calendars, step by step.</summary>
internal sealed class CalendarHost
{
    public const string Zone = "Asia/Shanghai";

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly InstanceRunner _runner;

    public CalendarHost(TestDatabase database)
    {
        _database = database;
        Desk = new CalendarDesk(
            database.Get<ICalendarStore>(),
            new StoreDirectory(database.Get<IStoreRegister>()),
            database.Get<IGroupRegister>(),
            new ContactAudience(
                database.Get<ISegmentStore>(),
                new RuleSetCatalog(
                    database.Get<IRuleSetStore>(),
                    new RulesEngineJudge(),
                    database.Clock,
                    ContactRules.Shape
                )
            ),
            new CalendarScope(StoreRig.Tenant, TimeZoneInfo.FindSystemTimeZoneById(Zone)) { Clock = database.Clock }
        );
        _services = new ServiceCollection()
            .AddSingleton(Desk)
            .AddSingleton(database.Get<IStaffRegister>())
            .AddSingleton(new LaunchDesk(database.Get<ILaunchBooks>(), StoreRig.Tenant))
            .AddSingleton(new LinkTracker(new Uri("https://s.brand.cn")))
            .BuildServiceProvider();
        _runner = new InstanceRunner(
            Store,
            new WorkflowRunner(_services),
            database.Get<DefinitionCatalog>(),
            database.Get<TriggerIndex>(),
            database.Get<ISubjectSource>()
        );
    }

    public CalendarDesk Desk { get; }

    public IInstanceStore Store => _database.Get<IInstanceStore>();

    public async Task PublishAsync(string json)
    {
        var publication = await _database.Get<DefinitionCatalog>().PublishAsync(json, default);
        Assert.True(publication.IsPublished, string.Join("\n", publication.Diagnostics));
    }

    /// <summary>Takes over, as it is now, what another host has published; later versions are not heard of.</summary>
    public async Task PublishedElsewhereAsync(TestDatabase other)
    {
        foreach (var graph in other.Get<TriggerIndex>().Graphs)
        {
            var own = await _database.Get<DefinitionCatalog>().GetAsync(graph.DefinitionId, graph.Version, default);
            _database.Get<TriggerIndex>().Replace(own!);
        }
    }

    /// <summary>What the schedule loop of a host does every few seconds.</summary>
    public async Task ScheduleAsync()
    {
        var items = new List<WorkItem>();
        foreach (var entry in _database.Get<TriggerIndex>().Schedules)
        {
            await entry.PrepareAsync(_services, default);
            if (entry.NextOccurrence(_database.Clock.GetUtcNow(), _services) is { } next)
            {
                items.Add(ScheduledStart.Item(StoreRig.Tenant, entry, next));
            }
        }

        await Store.EnqueueAsync(items, default);
    }

    /// <summary>Runs what is due until nothing is.</summary>
    public async Task DrainAsync()
    {
        while (
            await Store.TakeAsync(PartitionSet.All, _database.Clock.GetUtcNow(), 1_000, default) is { Count: > 0 } due
        )
        {
            await _runner.RunAsync(due, [], _database.Clock.GetUtcNow(), default);
        }

        var dead = await _database.Get<InstanceQueries>().ListDeadAsync(StoreRig.Tenant, 10, default);
        Assert.True(dead.Count == 0, string.Join('\n', dead.Select(one => one.Reason)));
    }

    /// <summary>Lets time pass in steps, and works after each.</summary>
    public async Task PlayAsync(DateTimeOffset until, TimeSpan step)
    {
        while (_database.Clock.GetUtcNow() < until)
        {
            _database.Clock.Advance(step);
            await ScheduleAsync();
            await DrainAsync();
        }
    }

    /// <summary>All messages as <c>recipient template text at</c>, in the order of time.</summary>
    public async Task<IReadOnlyList<OutboundMessage>> MessagesAsync()
    {
        var found = new List<OutboundMessage>();
        IReadOnlyList<MessageRecord> page;
        do
        {
            var query = new MessageQuery(Skip: found.Count, Take: 1_000);
            page = await _database.Get<IMessageStore>().ListAsync(StoreRig.Tenant, query, default);
            found.AddRange(page.Select(record => record.Message));
        } while (page.Count > 0);

        return [.. found.OrderBy(message => message.CreatedAt)];
    }

    /// <summary>Makes contacts with attributes; known by their names.</summary>
    public async Task AcceptAsync(params ContactEvent[] events)
    {
        foreach (var some in events.Chunk(1_000))
        {
            await _database
                .Get<IContactStore>()
                .AcceptAsync(StoreRig.Tenant, some, _database.Clock.GetUtcNow(), default);
        }

        await DrainAsync();
    }
}
