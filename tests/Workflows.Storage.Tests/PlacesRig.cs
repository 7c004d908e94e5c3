using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Storage.Tests;

/// <summary>The registers of stores, staff and groups, wherever they are kept.</summary>
internal sealed record PlacesRig(
    IStoreRegister Stores,
    IStaffRegister Staff,
    IGroupRegister Groups,
    TestDatabase? Database
) : IAsyncDisposable
{
    public static PlacesRig InMemory() =>
        new(new MemoryStoreRegister(), new MemoryStaffRegister(), new MemoryGroupRegister(), null);

    public static async Task<PlacesRig> OnAsync(StorageKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        return new PlacesRig(
            database.Get<IStoreRegister>(),
            database.Get<IStaffRegister>(),
            database.Get<IGroupRegister>(),
            database
        );
    }

    public ValueTask DisposeAsync() => Database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
