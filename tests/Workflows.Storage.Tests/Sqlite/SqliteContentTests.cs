using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteContentTests : ContentContract
{
    private protected override Task<ContentRig> OpenAsync() => ContentRig.OnAsync(StorageKind.Sqlite);
}
