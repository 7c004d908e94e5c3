using Workflows.Marketing.Channels.Webhook;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Durability;

namespace Workflows.Storage.Tests.Limits;

/// <summary>What one host does with messages: turns commit them, its dispatcher judges and sends them.</summary>
internal sealed class SopHost : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly MessageDispatcher _dispatcher;

    public SopHost(TestDatabase database, string name, TimeZoneInfo zone, Uri receiver)
    {
        _database = database;
        var catalog = new RuleSetCatalog(database.Get<IRuleSetStore>(), new RulesEngineJudge(), database.Clock)
        {
            Uses = RuleSetUses.All,
        };
        var judge = new LimitJudge(
            database.Get<ILimitStore>(),
            new LimitRuleBook(catalog),
            database.Get<IConsentLedger>(),
            zone
        );
        _dispatcher = new MessageDispatcher(
            database.Get<IMessageStore>(),
            new ChannelSet(new WebhookChannel(new WebhookOptions { Url = receiver }, database.Clock)),
            name,
            new MessageDispatcherOptions { BatchSize = 200, Parallelism = 40 },
            database.Clock,
            [judge]
        );
    }

    /// <summary>Commits messages as the turns of one journey do.</summary>
    public async Task EmitAsync(Guid subject, IReadOnlyList<OutboundMessage> messages)
    {
        var effects = messages.Select(message => new TenantEffect(StoreRig.Tenant, subject, message));
        var outcome = await _database
            .Get<IInstanceStore>()
            .CommitAsync(new WorkCommit { Effects = [.. effects] }, CancellationToken.None);
        Assert.IsType<CommitOutcome.Committed>(outcome);
    }

    /// <summary>Dispatches until nothing is due.</summary>
    public async Task DispatchAsync()
    {
        while (await _dispatcher.DispatchAsync(CancellationToken.None) > 0) { }
    }

    public async ValueTask DisposeAsync()
    {
        _dispatcher.Dispose();
        await _database.DisposeAsync();
    }
}
