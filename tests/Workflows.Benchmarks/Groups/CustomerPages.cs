using Microsoft.Extensions.DependencyInjection;
using Workflows.Benchmarks.Measuring;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Storage;
using Workflows.Storage.Contacts;

namespace Workflows.Benchmarks.Groups;

/// <summary>How long the page of a customer with 1,000 events takes among many others (S3-50: under a second).</summary>
internal static class CustomerPages
{
    private const string Group = "customer";
    private const int Tenant = 1;
    private const int Events = 1_000;
    private const int Others = 20_000;
    private const double MostMicroseconds = 1_000_000;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(Effort effort, IReport report)
    {
        foreach (var create in BenchmarkDatabase.All())
        {
            await using var database = await create();
            await using var application = HostApplication.Create(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Workflows:Provider"] = database.Kind.ToString(),
                    ["Workflows:ConnectionString"] = database.ConnectionString,
                    ["Logging:LogLevel:Default"] = "Error",
                }
            );
            await application.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
            var id = await FillAsync(application.Services.GetRequiredService<IContactStore>(), effort.Of(Others));
            var pages = application.Services.GetRequiredService<ContactOverviews>();
            await MeasureAsync(
                effort,
                report,
                $"{database.Kind}: a page of 100 entries",
                async () =>
                    (await pages.FindAsync(Tenant, id, TimelineCursor.Start, 100, CancellationToken.None))!
                        .Timeline
                        .Count == 100
            );
            await MeasureAsync(
                effort,
                report,
                $"{database.Kind}: all 1,000 events",
                async () =>
                    (
                        await pages.FindAsync(Tenant, id, TimelineCursor.Start, Events, CancellationToken.None)
                    )!.EventCount == Events
            );
        }
    }

    private static async Task MeasureAsync(Effort effort, IReport report, string name, Func<Task<bool>> asksAsync)
    {
        var (time, bytes) = await Stopwatches.MeasureAsync(
            effort,
            20,
            async _ =>
            {
                if (!await asksAsync())
                {
                    throw new InvalidOperationException("The page is not whole.");
                }
            }
        );
        report.Add(new BenchmarkRow(Group, name, "µs/page", time, bytes) { IsMiss = time >= MostMicroseconds });
    }

    private static async Task<Guid> FillAsync(IContactStore contacts, int others)
    {
        var name = new ContactIdentity(IdentityKind.ExternalUserId, "busy");
        var own = Enumerable.Range(0, Events).Select(number => Event(number, name));
        var more = Enumerable
            .Range(0, others)
            .Select(number =>
                Event(Events + number, new ContactIdentity(IdentityKind.ExternalUserId, $"o{number % 2_000}"))
            );
        foreach (var batch in own.Concat(more).Chunk(ContactEventIntake.MaxBatch / 4))
        {
            await contacts.AcceptAsync(Tenant, batch, Start.AddDays(60), CancellationToken.None);
        }

        return (await contacts.FindAsync(Tenant, name, CancellationToken.None))!.Id;
    }

    private static ContactEvent Event(int number, ContactIdentity name) =>
        number % 20 == 0
            ? new(
                "shop",
                $"{number}",
                "order.paid",
                Start.AddMinutes(number),
                [name],
                """{"lines":[{"sku":"A1","amount":9.9}]}"""
            )
            : new(
                "site",
                $"{number}",
                "page.viewed",
                Start.AddMinutes(number),
                [name],
                """{"page":"/tea","seconds":30}"""
            );
}
