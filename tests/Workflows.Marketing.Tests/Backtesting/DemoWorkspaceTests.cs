using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Backtesting;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Tests.Backtesting;

public class DemoWorkspaceTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 31, 17, 0, 0, TimeSpan.Zero));
    private readonly MemoryContactStore _store = new();

    [Fact]
    public async Task Seed_EmptyWorkspace_TakesTheOrdersOfTheLastMonth()
    {
        var orders = await SeedAsync();

        Assert.Equal(DemoWorkspace.Customers, _store.Contacts.Count);
        Assert.Equal(orders, _store.Accepted.Count);
        Assert.True(orders > DemoWorkspace.Customers);
        Assert.All(
            _store.Accepted,
            accepted => Assert.InRange(accepted.Event.At, _clock.GetUtcNow().AddDays(-32), _clock.GetUtcNow())
        );
    }

    [Fact]
    public async Task Seed_WorkspaceWithContacts_LeavesItAlone()
    {
        await SeedAsync();
        _clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(0, await SeedAsync());
    }

    private Task<int> SeedAsync() =>
        new DemoWorkspace(_store, new ContactEventIntake(_store, _clock), _clock).SeedAsync(0, Shanghai, default);
}
