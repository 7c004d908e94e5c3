using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqlitePlacesTests : PlacesContract
{
    private protected override Task<PlacesRig> OpenAsync() => PlacesRig.OnAsync(StorageKind.Sqlite);
}
