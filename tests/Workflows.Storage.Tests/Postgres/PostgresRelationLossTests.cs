using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresRelationLossTests() : RelationLossContract(StorageKind.Postgres);
