using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Importing;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What both databases do with files of history.</summary>
public abstract class ImportStoreContract(StorageKind kind) : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly ImportOptions Options = new(
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        TimeZoneInfo.Utc,
        BatchSize: 3
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-import-").FullName;
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Import_ContactsAndTheirOrders_AreKnownAtOnceAndWakeNobody()
    {
        await RunAsync("c.csv", "phone,joined_at,tags,city\n138,2025-01-01,vip|gold,SH\n139,2025-02-01,,\n");
        await RunAsync(
            "e.csv",
            "source,id,type,at,phone,data.quantity,data.amount\n"
                + "shop,1,order.paid,2025-03-01,138,2,30.5\nshop,2,order.paid,2025-04-01,138,1,10\n"
        );

        var contact = await FindAsync("138");
        Assert.Equal((2, 40.5m), (contact.PaidOrderCount, contact.PaidAmount));
        Assert.Equal(new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero), contact.LastPaidAt);
        Assert.Equal(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), contact.JoinedAt);
        Assert.Equal(["gold", "vip"], contact.Tags);
        Assert.Equal("SH", contact.Attributes["city"]);
        Assert.Equal(0, await WorkAsync());
    }

    [Fact]
    public async Task Import_SameRowsTwice_ChangeNothing()
    {
        var rows = "source,id,type,at,phone,data.amount\nshop,1,order.paid,2025-03-01,138,30\n";
        var first = await RunAsync("e.csv", rows);
        var again = await RunAsync("e.csv", rows);
        var other = await RunAsync("f.csv", rows + "shop,2,order.paid,2025-04-01,138,5\n");

        Assert.Equal((1, 1), (first.Added, first.Contacts));
        Assert.Equal(first, again);
        Assert.Equal((2, 1, 0), (other.Rows, other.Added, other.Contacts));
        Assert.Equal(35m, (await FindAsync("138")).PaidAmount);
    }

    [Fact]
    public async Task Import_Interrupted_GoesOnAfterTheLastBatch()
    {
        var file = Write("e.csv", Orders(10));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Import().RunAsync(Tenant, file, Options, _ => { }, CancelAfterOneBatch, stop.Token)
        );

        var seen = new List<long>();
        var done = await Import()
            .RunAsync(Tenant, file, Options, _ => { }, (checkpoint, _) => seen.Add(checkpoint.Rows), default);

        Assert.Equal([3, 6, 9, 10], seen);
        Assert.Equal((10, 10), (done.Rows, done.Added));
        Assert.NotNull(done.FinishedAt);
        Assert.Equal(10, (await FindAsync("138")).PaidOrderCount);

        void CancelAfterOneBatch(ImportCheckpoint checkpoint, long position)
        {
            if (checkpoint.Rows > 0)
            {
                stop.Cancel();
            }
        }
    }

    [Fact]
    public async Task Import_BadRows_AreToldWithLineAndColumn()
    {
        var told = new List<string>();
        var file = Write("c.csv", "phone,joined_at\n138,2025-01-01\n139,soon\n,2025-01-01\n140,2025-01-01,too,many\n");

        var done = await Import().RunAsync(Tenant, file, Options, row => told.Add(Told(row)), (_, _) => { }, default);

        Assert.Equal(["3 joined_at IMP004", "4 contact EVT005", "5 row IMP002"], told);
        Assert.Equal((1, 3), (done.Rows, done.BadRows));
    }

    [Fact]
    public async Task Import_JsonLines_AreContactsOrEvents()
    {
        var told = new List<string>();
        var file = Write(
            "m.jsonl",
            """
            {"contact":{"external_userid":"wmA","phone":"138"},"joinedAt":"2025-01-01T00:00:00Z","attributes":{"city":"SH","age":30},"tags":["vip"]}

            {"source":"shop","id":"1","type":"order.paid","at":"2025-03-01T00:00:00Z","contact":{"external_userid":"wmA"},"data":{"amount":9.5}}
            {"source":"shop","id":"2","type":"order.paid","at":"2025-03-01T00:00:00Z"}
            nonsense
            """
        );

        await Import().RunAsync(Tenant, file, Options, row => told.Add(Told(row)), (_, _) => { }, default);

        var contact = await FindAsync("138");
        Assert.Equal((1, 9.5m), (contact.PaidOrderCount, contact.PaidAmount));
        Assert.Equal(30L, contact.Attributes["age"]);
        Assert.Equal(["4 contact EVT014", "5 row EVT010"], told);
    }

    [Fact]
    public async Task Import_HistoryOfAContact_IsWhatTheLiveIntakeMakesOfIt()
    {
        await RunAsync("e.csv", Orders(7));
        var live = new Contact(new ContactState((await FindAsync("138")).Id, Options.Now));
        foreach (var n in Enumerable.Range(1, 7))
        {
            var at = new DateTimeOffset(2025, 3, n, 0, 0, 0, TimeSpan.Zero);
            ContactIdentities who = [new ContactIdentity(IdentityKind.Phone, "138")];
            var paid = new ContactEvent(
                "shop",
                $"{n}",
                ContactEventTypes.OrderPaid,
                at,
                who,
                $$"""{"amount":{{n}}.25}"""
            );
            live.Receive(ContactStimulus.For(paid), []);
        }

        var imported = await FindAsync("138");
        var expected = live.ToState();
        Assert.Equal(
            (expected.PaidOrderCount, expected.PaidAmount, expected.LastPaidAt, expected.JoinedAt),
            (imported.PaidOrderCount, imported.PaidAmount, imported.LastPaidAt, imported.JoinedAt)
        );
    }

    private static string Orders(int count) =>
        "source,id,type,at,phone,data.amount\n"
        + string.Concat(Enumerable.Range(1, count).Select(n => $"shop,{n},order.paid,2025-03-{n:D2},138,{n}.25\n"));

    private static string Told(BadRow row) => $"{row.Line} {row.Mistakes[0].Path} {row.Mistakes[0].Code}";

    private Task<ImportCheckpoint> RunAsync(string name, string text) =>
        Import()
            .RunAsync(
                Tenant,
                Write(name, text),
                Options,
                row => throw new InvalidOperationException(Told(row)),
                (_, _) => { },
                default
            );

    private Import Import() => new(_database.Get<IImportStore>(), _database.Clock);

    private ImportFile Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return new ImportFile(path);
    }

    private async Task<ContactState> FindAsync(string phone)
    {
        var name = new ContactIdentity(IdentityKind.Phone, phone);
        return (await _database.Get<IContactStore>().FindAsync(Tenant, name, default))!;
    }

    private async Task<int> WorkAsync()
    {
        await using var context = _database.Get<WorkflowsDbContextFactory>().Create();
        return await context
            .Database.SqlQueryRaw<int>("SELECT CAST(count(*) AS integer) AS \"Value\" FROM work_items")
            .SingleAsync();
    }
}
