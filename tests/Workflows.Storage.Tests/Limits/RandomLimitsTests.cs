using System.Collections.Concurrent;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Storage.Tests.Limits;

/// <summary>Random limits, several judges on one real database, random interleavings with second attempts and releases: no limit is ever exceeded.</summary>
public sealed class RandomLimitsTests : IAsyncLifetime
{
    private const int Judges = 4;
    private const int Rounds = 30;

    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(StorageKind.Postgres);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Judge_AnyLimitsInAnyOrder_NeverExceedsOne(int seed)
    {
        var chance = new Random(seed);
        var (json, limits) = RandomLimits.Create(chance);
        var judges = await JudgesAsync(json);
        var passed = new ConcurrentQueue<Passage>();
        var unsent = new HashSet<string>(StringComparer.Ordinal);
        var known = new List<LimitedSend>();
        var now = new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            now += TimeSpan.FromMinutes(chance.Next(1, 400));
            var batches = Enumerable.Range(0, Judges).Select(_ => Batch(chance, known)).ToArray();
            await Task.WhenAll(
                judges.Zip(batches, (judge, batch) => Task.Run(() => JudgeAsync(judge, batch, now, passed)))
            );
            if (chance.Next(3) == 0 && passed.LastOrDefault(one => !unsent.Contains(one.Key)) is { } last)
            {
                unsent.Add(last.Key);
                known.RemoveAll(send => string.Equals(send.Id.Key, last.Key, StringComparison.Ordinal));
                await judges[0].ReleaseAsync([new MessageKey(StoreRig.Tenant, last.Key)], CancellationToken.None);
            }
        }

        Passage[] arrived = [.. passed.Where(passage => !unsent.Contains(passage.Key))];
        Assert.All(limits, limit => Assert.InRange(limit.MostOf(arrived, Shanghai), 1, limit.Max));
    }

    private async Task<LimitJudge[]> JudgesAsync(string json)
    {
        // The random limits are not those of law and platform, which publishing would miss.
        var uses = new Dictionary<string, RuleSetUse>(StringComparer.Ordinal)
        {
            [LimitRules.Name] = new(RuleSetUses.All[LimitRules.Name].Shape),
        };
        var catalog = new RuleSetCatalog(new MemoryRuleSetStore(), new RulesEngineJudge(), _database.Clock)
        {
            Uses = uses,
        };
        var publication = await catalog.PublishAsync(json);
        Assert.True(publication.Succeeded, string.Join('\n', publication.Diagnostics));
        return
        [
            .. Enumerable
                .Range(0, Judges)
                .Select(_ => new LimitJudge(
                    _database.Get<ILimitStore>(),
                    new LimitRuleBook(catalog),
                    _database.Get<IConsentLedger>(),
                    Shanghai
                )),
        ];
    }

    private static List<LimitedSend> Batch(Random chance, List<LimitedSend> known)
    {
        var batch = new List<LimitedSend>();
        for (var count = chance.Next(1, 5); count > 0; count--)
        {
            // One in four is a second attempt of what was judged before, let through or not.
            var send = known.Count > 0 && chance.Next(4) == 0 ? known[chance.Next(known.Count)] : Send(chance);
            if (!known.Contains(send))
            {
                known.Add(send);
            }

            if (!batch.Contains(send))
            {
                batch.Add(send);
            }
        }

        return batch;
    }

    private static async Task JudgeAsync(
        LimitJudge judge,
        List<LimitedSend> batch,
        DateTimeOffset now,
        ConcurrentQueue<Passage> passed
    )
    {
        var verdicts = await judge.JudgeAsync(batch, now, CancellationToken.None);
        foreach (var (send, verdict) in batch.Zip(verdicts))
        {
            if (verdict is Verdict.Allowed)
            {
                passed.Enqueue(new Passage(send.Id.Key, send.Group!, send.Contact!, now));
            }
        }
    }

    private static LimitedSend Send(Random chance) =>
        new()
        {
            Id = new MessageKey(StoreRig.Tenant, $"m{chance.NextInt64()}"),
            Carrier = "Group",
            Purpose = "service",
            Journey = "care",
            Group = $"g{chance.Next(4)}",
            Contact = $"c{chance.Next(6)}",
        };
}
