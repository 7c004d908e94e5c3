namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteGroupBuyTests() : Contract.SqlGroupBuyContract(StorageKind.Sqlite);
