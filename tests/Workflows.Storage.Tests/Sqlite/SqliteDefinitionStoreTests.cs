using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteDefinitionStoreTests() : DefinitionStoreContract(StorageKind.Sqlite);
