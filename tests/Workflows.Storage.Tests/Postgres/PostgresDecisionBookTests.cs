using Workflows.Marketing.Decisions;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresDecisionBookTests : DecisionBookContract
{
    private TestDatabase _database = null!;

    protected override IDecisionBook Decisions => _database.Get<IDecisionBook>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(StorageKind.Postgres);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
