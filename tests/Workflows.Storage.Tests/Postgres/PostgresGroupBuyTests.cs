namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresGroupBuyTests() : Contract.SqlGroupBuyContract(StorageKind.Postgres);
