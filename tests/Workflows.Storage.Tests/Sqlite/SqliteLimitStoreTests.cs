using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteLimitStoreTests() : SqlLimitStoreContract(StorageKind.Sqlite);
