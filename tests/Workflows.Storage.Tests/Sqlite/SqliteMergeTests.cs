using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteMergeTests() : MergeContract(StorageKind.Sqlite);
