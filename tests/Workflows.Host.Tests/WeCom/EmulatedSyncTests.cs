using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Channels.WeCom.Synchronization;
using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Customers;

namespace Workflows.Host.Tests.WeCom;

public sealed class EmulatedSyncTests(OldCompanyHost host) : IClassFixture<OldCompanyHost>
{
    [Fact]
    public async Task Sync_AfterALostCallback_FindsTheCustomerWhoDeletedUs()
    {
        var sync = host.Services.GetRequiredService<WeComSync>();
        var first = await CompareAsync(sync);
        var friend = await FriendAsync();
        await host.People.SetChaosAsync(ChaosKnobs.None with { Drop = 1 });
        await host.People.ActAsync(friend.Customer, "delete", new CustomerAct(Member: friend.Owner));
        await host.People.SetChaosAsync(ChaosKnobs.None);

        var second = await CompareAsync(sync);

        Assert.True(first.Counts.Friends > 0, "The emulated company has friends.");
        Assert.Equal(1, second.Counts.Lost);
        Assert.Contains("relation.lost", await host.EventsAsync(friend.Customer));
        var third = await CompareAsync(sync);
        Assert.Equal((0, 0, 0), (third.Counts.Added, third.Counts.Lost, third.Counts.Changed));
    }

    // The host's own loop may be at it: nobody has compared yet.
    private static async Task<SyncRun> CompareAsync(WeComSync sync)
    {
        SyncRun? run = null;
        await Eventually.TrueAsync(async () => (run = await sync.RunAsync(null, CancellationToken.None)) is not null);
        return run!;
    }

    // One of those the company came with.
    private async Task<Tie> FriendAsync()
    {
        var ties = host.Services.GetRequiredService<ITieStore>();
        foreach (var member in host.Seed.Members)
        {
            var run = new SyncRun(host.Now.AddDays(1));
            var known = await ties.ListUnseenAsync(
                1,
                TieKind.Friend,
                member.UserId,
                run,
                null,
                1,
                CancellationToken.None
            );
            if (known.Count > 0)
            {
                return known[0];
            }
        }

        throw new InvalidOperationException("Nobody has a friend.");
    }
}
