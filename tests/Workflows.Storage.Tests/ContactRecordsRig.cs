using Workflows.Marketing.Channels.WeChat.Subscriptions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Places.Staff;

namespace Workflows.Storage.Tests;

/// <summary>Contacts and what is known beside them, wherever they are kept.</summary>
internal sealed record ContactRecordsRig(
    IContactStore Contacts,
    IConsentLedger Consents,
    IRelationRegister Relations,
    IStaffRegister Staff,
    ISubscriptionLedger Subscriptions,
    TestDatabase? Database
) : IAsyncDisposable
{
    public static ContactRecordsRig InMemory()
    {
        var contacts = new MemoryContactStore();
        var staff = new MemoryStaffRegister();
        return new ContactRecordsRig(
            contacts,
            new MemoryConsentLedger(contacts),
            new MemoryRelationRegister(contacts, staff),
            staff,
            new MemorySubscriptionLedger(contacts),
            null
        );
    }

    public static async Task<ContactRecordsRig> OnAsync(StorageKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        return new ContactRecordsRig(
            database.Get<IContactStore>(),
            database.Get<IConsentLedger>(),
            database.Get<IRelationRegister>(),
            database.Get<IStaffRegister>(),
            database.Get<ISubscriptionLedger>(),
            database
        );
    }

    public ValueTask DisposeAsync() => Database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
