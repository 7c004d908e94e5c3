using Workflows.Marketing.Channels.WeCom.Media;

namespace Workflows.Storage.Tests.Contract;

public abstract class SqlMediaStoreContract(StorageKind kind) : MediaStoreContract
{
    private TestDatabase _database = null!;

    protected override IMediaStore Media => _database.Get<IMediaStore>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
