using Workflows.Marketing.Contacts;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What both databases count of what people do to many customers (S1-18).</summary>
public abstract class StaffActContract(StorageKind kind) : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Today = new(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(8));
    private ContactRecordsRig _rig = null!;

    public async Task InitializeAsync() => _rig = await ContactRecordsRig.OnAsync(kind);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    private StaffActLedger Ledger => _rig.Database!.Get<StaffActLedger>();

    [Fact]
    public async Task Losses_ToldTwice_CountOnceAndByWhoEndedThem()
    {
        for (var n = 1; n <= 3; n++)
        {
            await LoseAsync($"a{n}", "li", "staff", Today.AddHours(n));
            await LoseAsync($"b{n}", "wu", "transfer", Today.AddHours(n));
            await LoseAsync($"c{n}", "wu", "customer", Today.AddHours(n));
        }

        Assert.Equal("staff-deletions li 3, staff-transfers wu 3", await CountAsync(most: 2));
        Assert.Equal("", await CountAsync(most: 3));
    }

    [Fact]
    public async Task Losses_OfAnotherDay_DoNotCount()
    {
        await LoseAsync("a1", "li", "staff", Today.AddSeconds(-1));
        await LoseAsync("a2", "li", "staff", Today);
        await LoseAsync("a3", "li", "staff", Today.AddDays(1).AddSeconds(-1));
        await LoseAsync("a4", "li", "staff", Today.AddDays(1));

        Assert.Equal("staff-deletions li 2", await CountAsync(most: 1));
    }

    [Fact]
    public async Task Exports_OfACustomerAgain_CountOneCustomer()
    {
        Guid[] contacts = [await AddAsync("ann"), await AddAsync("bob"), await AddAsync("cat")];
        foreach (var contact in contacts)
        {
            await Ledger.NoteExportAsync(Tenant, contact, "zhao", Today.AddHours(1), default);
            await Ledger.NoteExportAsync(Tenant, contact, "zhao", Today.AddHours(1), default);
            await Ledger.NoteExportAsync(Tenant, contact, "zhao", Today.AddHours(2), default);
        }

        await Ledger.NoteExportAsync(Tenant, contacts[0], "qian", Today.AddHours(1), default);

        Assert.Equal("staff-exports zhao 3", await CountAsync(most: 2));
        Assert.Equal("", await CountAsync(most: 3));
    }

    private async Task<string> CountAsync(int most) =>
        string.Join(
            ", ",
            (await Ledger.FindAsync(Tenant, Today, Today.AddDays(1), most, default))
                .Select(own => $"{own.Kind} {own.Who} {own.Customers}")
                .Order(StringComparer.Ordinal)
        );

    private async Task<Guid> AddAsync(string name) =>
        await AcceptAsync(name, $"{name}+", "contact.joined", Today, "{}");

    private async Task LoseAsync(string name, string staff, string by, DateTimeOffset at)
    {
        await AcceptAsync(name, $"{name}+", "relation.added", Today.AddDays(-9), $$"""{"staff":"{{staff}}"}""");
        for (var n = 0; n < 2; n++)
        {
            // The same event, and another one that says the same.
            await AcceptAsync(name, $"{name}-", "relation.lost", at, $$"""{"staff":"{{staff}}","by":"{{by}}"}""");
            await AcceptAsync(name, $"{name}-{n}", "relation.lost", at, $$"""{"staff":"{{staff}}","by":"{{by}}"}""");
        }
    }

    private async Task<Guid> AcceptAsync(string name, string id, string type, DateTimeOffset at, string data)
    {
        ContactIdentity[] identities = [new(IdentityKind.ExternalUserId, name)];
        await _rig.Contacts.AcceptAsync(
            Tenant,
            [new ContactEvent("s", id, type, at, [.. identities], data)],
            Today,
            default
        );
        return (await _rig.Contacts.FindAsync(Tenant, identities[0], default))!.Id;
    }
}
