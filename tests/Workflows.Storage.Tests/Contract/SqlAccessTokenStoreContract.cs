using Workflows.Marketing.Channels.Tokens;

namespace Workflows.Storage.Tests.Contract;

public abstract class SqlAccessTokenStoreContract(StorageKind kind) : AccessTokenStoreContract
{
    private TestDatabase _database = null!;

    protected override IAccessTokenStore Tokens => _database.Get<IAccessTokenStore>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
