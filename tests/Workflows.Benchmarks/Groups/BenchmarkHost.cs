using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Triggers;
using Workflows.Storage;

namespace Workflows.Benchmarks.Groups;

/// <summary>The production composition on a database of its own, with the loops started and stopped by hand and no server listening.</summary>
internal sealed class BenchmarkHost : IAsyncDisposable
{
    private const int Tenant = 1;

    private readonly WebApplication _application;
    private readonly DateTimeOffset _start;
    private int _rounds;
    private int _contacts;

    private BenchmarkHost(WebApplication application) =>
        (_application, _start) = (application, TimeProvider.System.GetUtcNow().AddDays(-1));

    public static async Task<BenchmarkHost> StartAsync(BenchmarkDatabase database, string journey)
    {
        var application = HostApplication.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Workflows:Provider"] = database.Kind.ToString(),
                ["Workflows:ConnectionString"] = database.ConnectionString,
                ["Logging:LogLevel:Default"] = "Error",
            }
        );
        var services = application.Services;
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        var published = await services
            .GetRequiredService<DefinitionCatalog>()
            .PublishAsync(journey, CancellationToken.None);
        if (published.Graph is null)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, published.Diagnostics));
        }

        await services.GetRequiredService<TriggerFeed>().RefreshAsync(CancellationToken.None);
        return new BenchmarkHost(application);
    }

    /// <summary>One event for each of the first so many contacts, accepted but not worked on yet.</summary>
    public Task AcceptAsync(int contacts) => AcceptAsync(Enumerable.Range(0, contacts));

    /// <summary>One event for each of so many contacts that had none.</summary>
    public async Task AcceptNewAsync(int contacts)
    {
        await AcceptAsync(Enumerable.Range(_contacts, contacts));
        _contacts += contacts;
    }

    private async Task AcceptAsync(IEnumerable<int> contacts)
    {
        var intake = _application.Services.GetRequiredService<ContactEventIntake>();
        var round = ++_rounds;
        foreach (var chunk in contacts.Chunk(ContactEventIntake.MaxBatch))
        {
            var events = Array.ConvertAll(chunk, contact => Event(contact, round));
            var result = await intake.AcceptAsync(Tenant, events, CancellationToken.None);
            if (result.Diagnostics.Count > 0)
            {
                throw new InvalidOperationException(result.Diagnostics[0].Message);
            }
        }
    }

    /// <summary>Works until nothing is due.</summary>
    public async Task DrainAsync()
    {
        var services = _application.Services;
        var loops = services.GetRequiredService<WorkLoops>();
        var store = services.GetRequiredService<IInstanceStore>();
        using var stopping = new CancellationTokenSource();
        var working = loops.RunAsync(stopping.Token);
        while ((await store.TakeAsync(PartitionSet.All, Now(), 1, CancellationToken.None)).Count > 0)
        {
            await Task.Delay(5);
        }

        await stopping.CancelAsync();
        await working;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private ContactEvent Event(int contact, int round) =>
        new(
            "bench",
            $"{contact}-{round}",
            ContactEventTypes.OrderPaid,
            _start.AddMinutes(round),
            [new ContactIdentity(IdentityKind.ExternalUserId, $"c{contact}")],
            """{"quantity":1,"amount":9.90}"""
        );

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}
