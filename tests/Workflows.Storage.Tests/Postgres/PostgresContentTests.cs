using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresContentTests : ContentContract
{
    private protected override Task<ContentRig> OpenAsync() => ContentRig.OnAsync(StorageKind.Postgres);
}
