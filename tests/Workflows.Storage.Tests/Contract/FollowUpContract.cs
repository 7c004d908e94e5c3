using Workflows.Marketing.Contacts;
using Workflows.Marketing.Service.FollowUps;
using Workflows.Marketing.Service.Orders;
using Workflows.Storage.Contacts;
using Workflows.Storage.Service;

namespace Workflows.Storage.Tests.Contract;

/// <summary>Follow-up records write themselves with the events of a phone number, and go where their contact goes.</summary>
public abstract class FollowUpContract(StorageKind kind) : IAsyncLifetime
{
    private const int Tenant = StoreRig.Tenant;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly ContactIdentity Phone = new(IdentityKind.Phone, "13800000001");
    private TestDatabase _database = null!;
    private int _told;

    private FollowUps Records => _database.Get<FollowUps>();

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Events_OfAPhone_WriteTheirRecords_ADaysChatIsOne()
    {
        var contact = await TellAsync(
            Phone,
            Event("pbx", "1", "call.ended", 0, """{"staff":"li","seconds":90,"summary":"问尺码"}"""),
            Event("sms", "1", "sms.replied", 60, """{"text":"好的"}"""),
            Event("chat", "1", "message.received", 120, """{"staff":"li","topic":"尺码"}"""),
            Event("chat", "2", "message.sent", 122, """{"staff":"li"}"""),
            Event("chat", "3", "message.sent", 121, """{"staff":"wang"}"""),
            Event("chat", "4", "message.sent", 24 * 60, """{"staff":"li"}"""),
            Event("shop", "1", "page.viewed", 5, null)
        );
        await TellAsync(Phone, Event("chat", "2", "message.sent", 122, """{"staff":"li"}"""));

        var records = await Records.ListAsync(Tenant, contact, 0, 10, default);

        Assert.Equal(
            [
                (FollowUpKind.Chat, "li", 1, null, null),
                (FollowUpKind.Chat, "li", 2, "尺码", null),
                (FollowUpKind.Chat, "wang", 1, null, null),
                (FollowUpKind.Sms, null, 1, "好的", null),
                (FollowUpKind.Call, "li", 1, "问尺码", (int?)90),
            ],
            records.Select(one => (one.Kind, one.Staff, one.Items, one.Text, one.Seconds))
        );
        Assert.Equal((Now.AddMinutes(120), Now.AddMinutes(122)), (records[1].At, records[1].LastAt));
        Assert.All(records, one => Assert.Null(one.EditedBy));
    }

    [Fact]
    public async Task Edit_Record_SaysWhoAndWhenAndNothingOfAnotherContact()
    {
        var contact = await TellAsync(Phone, Event("pbx", "1", "call.ended", 0, "{}"));
        var only = Assert.Single(await Records.ListAsync(Tenant, contact, 0, 10, default));
        var edited = only with { Text = "回访", NextAt = Now.AddDays(2), EditedBy = "li", EditedAt = Now };

        Assert.False(await Records.EditAsync(Tenant, edited with { ContactId = Guid.NewGuid() }, default));
        Assert.True(await Records.EditAsync(Tenant, edited, default));

        Assert.Equal([edited], await Records.ListAsync(Tenant, contact, 0, 10, default));
    }

    [Fact]
    public async Task MergeAndErase_RecordsAndWorkOrders_GoWithTheirContact()
    {
        var other = new ContactIdentity(IdentityKind.ExternalUserId, "wo1");
        var first = await TellAsync(other, Event("chat", "0", "page.viewed", -60, null));
        var second = await TellAsync(Phone, Event("pbx", "1", "call.ended", 0, "{}"));
        var orders = _database.Get<IWorkOrderStore>();
        var order = new WorkOrder(Guid.CreateVersion7(Now), second, Now);
        Assert.True(
            await orders.SaveAsync(Tenant, order, new("a", order.Id, WorkOrderStep.Opened, Now, "li"), default)
        );
        await Contacts.AcceptAsync(
            Tenant,
            [new ContactEvent("form", "1", "form.sent", Now, [other, Phone])],
            Now,
            default
        );
        var merges = _database.Get<MergeStore>();
        var one = Assert.Single(await merges.ListAsync(Tenant, MergeState.Open, 0, 10, default));

        Assert.True(await merges.MergeAsync(Tenant, one, "test", Now, default));
        Assert.Single(await Records.ListAsync(Tenant, first, 0, 10, default));
        Assert.Equal(order.Id, (await orders.FindLatestAsync(Tenant, first, default))!.Id);
        Assert.True(await merges.PartAsync(Tenant, one, "test", Now.AddHours(1), default));
        Assert.Single(await Records.ListAsync(Tenant, second, 0, 10, default));
        Assert.Equal(order.Id, (await orders.FindLatestAsync(Tenant, second, default))!.Id);

        Assert.True(await _database.Get<ContactErasure>().EraseAsync(Tenant, second, default));
        Assert.Empty(await Records.ListAsync(Tenant, second, 0, 10, default));
        Assert.Null(await orders.FindAsync(Tenant, order.Id, default));
        Assert.Null(await orders.FindEntryAsync(Tenant, "a", default));
    }

    private IContactStore Contacts => _database.Get<IContactStore>();

    private static ContactEvent Event(string source, string id, string type, int minutes, string? data) =>
        new(source, id, type, Now.AddMinutes(minutes), [], data);

    // Of two contacts the older one stays: one after the other.
    private async Task<Guid> TellAsync(ContactIdentity who, params ContactEvent[] events)
    {
        var receipts = await Contacts.AcceptAsync(
            Tenant,
            [.. events.Select(one => one with { Identities = [who] })],
            Now.AddSeconds(_told++),
            default
        );
        return receipts[0].ContactId;
    }
}
