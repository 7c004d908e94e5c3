namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteLedgerTests() : Contract.SqlLedgerContract(StorageKind.Sqlite);
