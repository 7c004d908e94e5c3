using Workflows.Marketing.Channels.WeCom.Intents;

namespace Workflows.Storage.Tests.Contract;

public abstract class SqlSendIntentStoreContract(StorageKind kind) : SendIntentStoreContract
{
    private TestDatabase _database = null!;

    protected override ISendIntentStore Intents => _database.Get<ISendIntentStore>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
