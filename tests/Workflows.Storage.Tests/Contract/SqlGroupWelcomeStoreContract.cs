using Workflows.Marketing.Channels.WeCom.GroupWelcomes;

namespace Workflows.Storage.Tests.Contract;

public abstract class SqlGroupWelcomeStoreContract(StorageKind kind) : GroupWelcomeStoreContract
{
    private TestDatabase _database = null!;

    protected override IGroupWelcomeStore Welcomes => _database.Get<IGroupWelcomeStore>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
