using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresCalendarTests() : CalendarContract(StorageKind.Postgres);
