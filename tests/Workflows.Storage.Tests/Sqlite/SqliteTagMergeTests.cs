using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteTagMergeTests() : TagMergeContract(StorageKind.Sqlite);
