using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresOrderUpgradeTests() : OrderUpgradeContract(StorageKind.Postgres);
