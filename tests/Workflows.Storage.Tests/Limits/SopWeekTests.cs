using Workflows.Marketing.Messaging;

namespace Workflows.Storage.Tests.Limits;

/// <summary>
/// A week of 50 journeys on two hosts that want to post far more into 100 groups than S0-45 allows. What counts is what the
/// groups received by the receiving side's own watch.
/// </summary>
public sealed class SopWeekTests : IAsyncLifetime
{
    private const int Journeys = 50;
    private const int Groups = 100;
    private const int Messages = 10_000;
    private const int Days = 7;
    private const int MostADay = 3;

    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 0, 0, 0, TimeSpan.FromHours(8));

    // The hours at which journeys send: the first is the end of quiet hours, the last shortly before they begin.
    private static readonly double[] Hours = [8, 12.5, 15, 21.9];

    private TestDatabase _database = null!;
    private GroupLedger _ledger = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(StorageKind.Postgres);
        _ledger = new GroupLedger(_database.Clock);
    }

    public async Task DisposeAsync()
    {
        await _ledger.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Week_OfFiftyJourneysOnTwoHosts_NeverPostsMoreThanThreeADayAndLosesNothing()
    {
        await using var one = new SopHost(_database.Another(), "one", Shanghai, _ledger.Address);
        await using var two = new SopHost(_database.Another(), "two", Shanghai, _ledger.Address);
        SopHost[] hosts = [one, two];
        var slots = Days * Hours.Length;
        for (var slot = 0; slot < slots; slot++)
        {
            _database.Clock.SetUtcNow(Monday.AddDays(slot / Hours.Length).AddHours(Hours[slot % Hours.Length]));
            var emitting = Emit(hosts, slot, slots);
            await Task.WhenAll([.. emitting, .. hosts.Select(host => Task.Run(host.DispatchAsync))]);
            await Task.WhenAll(hosts.Select(host => Task.Run(host.DispatchAsync)));
        }

        var records = await RecordsAsync();
        Assert.Equal(Messages, records.Count);
        AssertReceived(records);
        Assert.All(
            records.Where(record => record.Outcome != SendOutcome.Sent),
            record => Assert.Equal((SendOutcome.Expired, "group_sop_daily"), (record.Outcome, record.ReasonCode))
        );
    }

    private void AssertReceived(IReadOnlyList<MessageRecord> records)
    {
        var days = _ledger.Entries.GroupBy(entry => (entry.Group, TimeZoneInfo.ConvertTime(entry.At, Shanghai).Date));
        Assert.All(days, day => Assert.InRange(day.Count(), 1, MostADay));
        // There was always more to send than could be sent: the limit is reached, too.
        Assert.Equal(Groups * Days * MostADay, _ledger.Entries.Count);
        Assert.Equal(
            records
                .Where(record => record.Outcome == SendOutcome.Sent)
                .Select(record => record.Message.Key)
                .Order(StringComparer.Ordinal),
            _ledger.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Every journey emits its share of the slot, all at once, on either host.</summary>
    private IEnumerable<Task> Emit(SopHost[] hosts, int slot, int slots) =>
        Enumerable
            .Range(slot * Messages / slots, ((slot + 1) * Messages / slots) - (slot * Messages / slots))
            .GroupBy(number => (number + number / Groups) % Journeys)
            .Select(journey =>
                Task.Run(() =>
                    hosts[journey.Key % hosts.Length]
                        .EmitAsync(
                            new Guid(journey.Key, 0, 0, new byte[8]),
                            [.. journey.Select(number => Sop(number, journey.Key))]
                        )
                )
            );

    private OutboundMessage Sop(int number, int journey) =>
        new(
            $"sop-{journey}-{number}",
            new Recipient.Group($"group-{number % Groups}"),
            Carrier.Group,
            "webhook",
            "breakfast",
            new MessageContent("早上好"),
            "marketing",
            _database.Clock.GetUtcNow(),
            $"sop-{journey}",
            1
        )
        {
            Kind = "sop",
            Sender = "li",
            Priority = journey % 3,
            ExpiresAt = Monday.AddDays(Days),
        };

    private async Task<IReadOnlyList<MessageRecord>> RecordsAsync()
    {
        var records = new List<MessageRecord>();
        var store = _database.Get<IMessageStore>();
        for (var page = 1; page > 0; )
        {
            var more = await store.ListAsync(
                StoreRig.Tenant,
                new MessageQuery(Skip: records.Count, Take: 1000),
                CancellationToken.None
            );
            records.AddRange(more);
            page = more.Count;
        }

        return records;
    }
}
