using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteGroupWelcomeStoreTests() : SqlGroupWelcomeStoreContract(StorageKind.Sqlite);
