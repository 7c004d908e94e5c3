using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresTagMergeTests() : TagMergeContract(StorageKind.Postgres);
