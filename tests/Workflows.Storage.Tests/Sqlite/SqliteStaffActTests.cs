using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteStaffActTests() : StaffActContract(StorageKind.Sqlite);
