using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteFollowUpTests() : FollowUpContract(StorageKind.Sqlite);
