using System.Buffers;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;

namespace Workflows.Storage.Postgres;

/// <summary>Instance rows, column by column.</summary>
internal sealed class InstanceColumns(int capacity)
{
    private readonly List<Guid> _ids = new(capacity);
    private readonly List<int> _tenants = new(capacity);
    private readonly List<short> _partitions = new(capacity);
    private readonly List<Guid> _subjects = new(capacity);
    private readonly List<int> _definitions = new(capacity);
    private readonly List<int> _loaded = new(capacity);
    private readonly List<short> _statuses = new(capacity);
    private readonly List<short> _subStatuses = new(capacity);
    private readonly List<string?> _correlations = new(capacity);
    private readonly List<string?> _names = new(capacity);
    private readonly List<int> _revisions = new(capacity);
    private readonly List<short> _incidents = new(capacity);
    private readonly List<long> _createdAt = new(capacity);
    private readonly List<long> _updatedAt = new(capacity);
    private readonly List<long?> _finishedAt = new(capacity);
    private readonly List<byte[]> _states = new(capacity);
    private readonly ArrayBufferWriter<byte> _buffer = new(512);

    public int Count => _ids.Count;

    public void Add(InstanceChange change, int definitionKey)
    {
        var instance = change.Instance;
        _buffer.ResetWrittenCount();
        InstanceSerializer.Write(instance, _buffer);
        _ids.Add(instance.Id);
        _tenants.Add(change.Tenant);
        _partitions.Add(Partitions.Of(instance.Subject));
        _subjects.Add(instance.Subject);
        _definitions.Add(definitionKey);
        _loaded.Add(change.LoadedRevision);
        _statuses.Add((short)instance.Status);
        _subStatuses.Add((short)instance.SubStatus);
        _correlations.Add(instance.CorrelationId);
        _names.Add(instance.Name);
        _revisions.Add(instance.Revision);
        _incidents.Add((short)Math.Min(instance.Incidents.Count, short.MaxValue));
        _createdAt.Add(instance.CreatedAt.UtcTicks);
        _updatedAt.Add(instance.UpdatedAt.UtcTicks);
        _finishedAt.Add(instance.FinishedAt?.UtcTicks);
        _states.Add(_buffer.WrittenSpan.ToArray());
    }

    public object[] ForInsert() =>
        [
            _ids,
            _tenants,
            _partitions,
            _subjects,
            _definitions,
            _statuses,
            _subStatuses,
            _correlations,
            _names,
            _revisions,
            _incidents,
            _createdAt,
            _updatedAt,
            _finishedAt,
            _states,
        ];

    public object[] ForUpdate() =>
        [
            _ids,
            _loaded,
            _statuses,
            _subStatuses,
            _correlations,
            _names,
            _revisions,
            _incidents,
            _updatedAt,
            _finishedAt,
            _states,
        ];
}
