using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteRelationLossTests() : RelationLossContract(StorageKind.Sqlite);
