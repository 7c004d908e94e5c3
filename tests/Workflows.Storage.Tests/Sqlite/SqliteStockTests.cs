using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteStockTests() : SqlStockContract(StorageKind.Sqlite);
