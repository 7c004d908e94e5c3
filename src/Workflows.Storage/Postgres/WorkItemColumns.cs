using Npgsql;
using Workflows.Runtime.Durability;

namespace Workflows.Storage.Postgres;

/// <summary>New queue rows, column by column: one statement inserts any number of them.</summary>
internal sealed class WorkItemColumns(int capacity)
{
    private const string Insert = """
        INSERT INTO work_items (tenant, partition, subject, kind, due_at, instance_id, bookmark_id, payload, attempt)
        SELECT tenant, partition, subject, kind, due_at, instance_id, bookmark_id, payload, 0
        FROM unnest($1::int[], $2::smallint[], $3::uuid[], $4::smallint[], $5::bigint[], $6::uuid[], $7::int[], $8::bytea[])
            WITH ORDINALITY AS n (tenant, partition, subject, kind, due_at, instance_id, bookmark_id, payload, place)
        ORDER BY place
        ON CONFLICT (instance_id, bookmark_id) WHERE kind = 2 DO NOTHING
        """;

    private readonly List<int> _tenants = new(capacity);
    private readonly List<short> _partitions = new(capacity);
    private readonly List<Guid> _subjects = new(capacity);
    private readonly List<short> _kinds = new(capacity);
    private readonly List<long> _dueAt = new(capacity);
    private readonly List<Guid?> _instances = new(capacity);
    private readonly List<int?> _bookmarks = new(capacity);
    private readonly List<byte[]?> _payloads = new(capacity);

    public void AddRange(IEnumerable<WorkItem> items)
    {
        foreach (var item in items)
        {
            var payload = item.Payload is null ? null : WorkPayloadSerializer.Write(item.Payload);
            Add(item.Tenant, item.Subject, item.Kind, item.DueAt, item.InstanceId, item.BookmarkId, payload);
        }
    }

    public void Add(
        int tenant,
        Guid subject,
        WorkKind kind,
        DateTimeOffset dueAt,
        Guid? instanceId,
        int? bookmarkId,
        byte[]? payload
    )
    {
        _tenants.Add(tenant);
        _partitions.Add(Partitions.Of(subject));
        _subjects.Add(subject);
        _kinds.Add((short)kind);
        _dueAt.Add(dueAt.UtcTicks);
        _instances.Add(instanceId);
        _bookmarks.Add(bookmarkId);
        _payloads.Add(payload);
    }

    public void AddTo(NpgsqlBatch batch)
    {
        if (_tenants.Count > 0)
        {
            batch.Add(Insert, _tenants, _partitions, _subjects, _kinds, _dueAt, _instances, _bookmarks, _payloads);
        }
    }
}
