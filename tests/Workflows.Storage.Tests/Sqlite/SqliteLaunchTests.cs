using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteLaunchTests() : LaunchContract(StorageKind.Sqlite);
