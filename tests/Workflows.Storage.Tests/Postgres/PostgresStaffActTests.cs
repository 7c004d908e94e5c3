using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresStaffActTests() : StaffActContract(StorageKind.Postgres);
