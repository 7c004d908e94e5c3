using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.Welcome;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Storage;
using Workflows.Storage.Messages;
using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Controls;
using Workflows.WeComEmulator.Members;
using Workflows.WeComEmulator.Seeds;

namespace Workflows.Benchmarks.Groups;

/// <summary>The product as it is served, and an emulated WeCom beside it with strangers who will come and friends who can be written to.</summary>
internal sealed class WelcomeCompany : IAsyncDisposable
{
    private const int Tenant = 1;
    private const int Members = 20;
    private const string Secret = "benchmark-secret";

    private readonly WebApplication _application;
    private readonly RunningEmulator _emulator;
    private readonly int _friends;

    private WelcomeCompany(WebApplication application, RunningEmulator emulator, int friends) =>
        (_application, _emulator, _friends) = (application, emulator, friends);

    public EmulatorClient People => _emulator.Client;

    public static string Member(int n) => string.Create(CultureInfo.InvariantCulture, $"member{n % Members}");

    public static string Newcomer(int n) => string.Create(CultureInfo.InvariantCulture, $"wmNew{n:00000}");

    public static async Task<WelcomeCompany> StartAsync(BenchmarkDatabase database, int newcomers, int friends)
    {
        var emulator = await RunningEmulator.StartAsync(new EmulatorOptions { Seed = Seed(newcomers, friends) });
        var application = HostApplication.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Workflows:Provider"] = database.Kind.ToString(),
                ["Workflows:ConnectionString"] = database.ConnectionString,
                ["Workflows:Urls"] = "http://127.0.0.1:0",
                ["Workflows:TimeZone"] = Noon(),
                ["Channels:WeCom:BaseUrl"] = emulator.Address.ToString(),
                ["Channels:WeCom:CorpId"] = emulator.Options.Seed.Id,
                ["Channels:WeCom:Secret"] = Secret,
                ["Channels:WeCom:CallbackToken"] = "BenchToken",
                ["Channels:WeCom:CallbackAesKey"] = new string('a', 43),
                ["Logging:LogLevel:Default"] = "Error",
            }
        );
        await HostStart.PrepareAsync(application.Services, library: null, CancellationToken.None);
        await application
            .Services.GetRequiredService<WelcomePlans>()
            .PublishAsync(
                """{"rules":[{"name":"bench","states":["bench"],"text":"您好，{{ contact.name }}"}]}""",
                CancellationToken.None
            );
        await application.StartAsync();
        await emulator.Client.SetCallbackAsync(
            new CallbackSettings(
                $"{application.Urls.First()}/channels/wecom/callback",
                "BenchToken",
                new string('a', 43)
            )
        );
        return new WelcomeCompany(application, emulator, friends);
    }

    /// <summary>Puts a message for every friend into the outbox, and waits until the first has arrived; staff confirm their sendings at once.</summary>
    public async Task SendToAllAsync()
    {
        await People.SetPolicyAsync(new ConfirmPolicy());
        var now = TimeProvider.System.GetUtcNow();
        await using var context = _application.Services.GetRequiredService<WorkflowsDbContextFactory>().Create();
        foreach (var chunk in Enumerable.Range(0, _friends).Chunk(1_000))
        {
            context.AddRange(chunk.Select(n => MessageRow.Leased(Tenant, Message(n, now), new("bench", 1, now, now))));
            await context.SaveChangesAsync();
            context.ChangeTracker.Clear();
        }

        var end = now + TimeSpan.FromMinutes(1);
        while (TimeProvider.System.GetUtcNow() < end && (await People.LogAsync(carrier: "private")).Count == 0)
        {
            await Task.Delay(200);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    private static OutboundMessage Message(int n, DateTimeOffset now) =>
        new(
            $"bench:{n}",
            new Recipient.Person(
                Guid.CreateVersion7(now.AddMilliseconds(n)),
                [new ContactIdentity(IdentityKind.ExternalUserId, Friend(n))]
            ),
            Carrier.Private,
            "wecom",
            "bench",
            new MessageContent($"您好，{Member(n)} 的第 {n / 1_000} 批"),
            "service",
            now,
            "bench",
            1
        )
        {
            Sender = Member(n),
        };

    private static CorpSeed Seed(int newcomers, int friends) =>
        new()
        {
            Apps = [new SeedApp(1_000_002, "Workflows", Secret)],
            Members = [.. Enumerable.Range(0, Members).Select(n => new SeedMember(Member(n), $"Member {n}"))],
            Customers =
            [
                .. Enumerable.Range(0, newcomers).Select(n => new SeedCustomer(Newcomer(n), $"Newcomer {n}")),
                .. Enumerable
                    .Range(0, friends)
                    .Select(n => new SeedCustomer(Friend(n), $"Friend {n}")
                    {
                        Follows = [new SeedRelation(Member(n))],
                    }),
            ],
        };

    // Somewhere it is about noon: no quiet hour holds the bulk send up.
    private static string Noon()
    {
        var ahead = 12 - TimeProvider.System.GetUtcNow().Hour;
        // The signs of these zones are the other way round.
        return ahead == 0 ? "Etc/GMT" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{-ahead:+0;-0}");
    }

    private static string Friend(int n) => string.Create(CultureInfo.InvariantCulture, $"wmOld{n:00000}");
}
