using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteStatisticStoreTests() : SqlStatisticStoreContract(StorageKind.Sqlite);
