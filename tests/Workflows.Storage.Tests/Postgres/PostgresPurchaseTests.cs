using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresPurchaseTests() : PurchaseContract(StorageKind.Postgres);
