using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresPlacesTests : PlacesContract
{
    private protected override Task<PlacesRig> OpenAsync() => PlacesRig.OnAsync(StorageKind.Postgres);
}
