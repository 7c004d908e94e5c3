using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresCallbackStoreTests() : CallbackStoreContract(StorageKind.Postgres);
