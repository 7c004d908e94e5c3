using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresStatisticStoreTests() : SqlStatisticStoreContract(StorageKind.Postgres);
