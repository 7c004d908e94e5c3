using Workflows.Marketing.Channels.WeCom.Records;

namespace Workflows.Storage.Tests.Contract;

public abstract class SqlOwnChangeStoreContract(StorageKind kind) : OwnChangeStoreContract
{
    private TestDatabase _database = null!;

    protected override IOwnChangeStore Changes => _database.Get<IOwnChangeStore>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
