using Workflows.Marketing.Channels.WeCom.Statistics;

namespace Workflows.Storage.Tests.Contract;

public abstract class SqlStatisticStoreContract(StorageKind kind) : StatisticStoreContract
{
    private TestDatabase _database = null!;

    protected override IStatisticStore Statistics => _database.Get<IStatisticStore>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
