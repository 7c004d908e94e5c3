namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresLedgerTests() : Contract.SqlLedgerContract(StorageKind.Postgres);
