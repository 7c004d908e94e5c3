using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqlitePurchaseTests() : PurchaseContract(StorageKind.Sqlite);
