namespace Workflows.Marketing.Channels.StaffTasks;

/// <summary>Tasks in memory, for trials and tests: the same answers as a database gives. Safe on every thread.</summary>
public sealed class MemoryHandTaskStore : IHandTaskStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, HandTask> _tasks = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task AddAsync(HandTask task, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        lock (_gate)
        {
            _tasks.TryAdd(task.Reference, task);
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<HandTask>> FindAsync(
        IReadOnlyCollection<string> references,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<HandTask>>([
                .. references.Select(one => _tasks.GetValueOrDefault(one)).OfType<HandTask>(),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<HandTask>> ListAsync(int tenant, HandTaskQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<HandTask>>([
                .. _tasks
                    .Values.Where(task => task.Tenant == tenant && Takes(query, task))
                    .OrderBy(task => task.DueBy)
                    .ThenBy(task => task.Reference, StringComparer.Ordinal)
                    .Skip(query.Skip)
                    .Take(query.Take),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task RemindAsync(string reference, CancellationToken cancellationToken)
    {
        Change(reference, task => task with { State = HandTaskState.Reminded, Reminders = task.Reminders + 1 });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WithdrawAsync(string reference, CancellationToken cancellationToken)
    {
        Change(reference, task => task with { State = HandTaskState.Withdrawn });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task CompleteAsync(IReadOnlyCollection<string> references, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(references);
        lock (_gate)
        {
            foreach (var reference in references)
            {
                if (_tasks.GetValueOrDefault(reference) is { State: HandTaskState.Confirmed } task)
                {
                    _tasks[reference] = task with { State = HandTaskState.Sent };
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> FinishAsync(
        int tenant,
        string reference,
        HandTaskState state,
        string by,
        string? note,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            Change(reference, task => task with { State = state, DoneBy = by, DoneAt = at, Note = note }, tenant)
        );

    private bool Change(string reference, Func<HandTask, HandTask> change, int? tenant = null)
    {
        lock (_gate)
        {
            if (
                _tasks.GetValueOrDefault(reference)
                    is not { State: HandTaskState.Prepared or HandTaskState.Reminded } task
                || (tenant is not null && task.Tenant != tenant)
            )
            {
                return false;
            }

            _tasks[reference] = change(task);
            return true;
        }
    }

    private static bool Takes(HandTaskQuery query, HandTask task) =>
        (query.Staff is null || string.Equals(task.Staff, query.Staff, StringComparison.Ordinal))
        && (
            query.State is { } state
                ? task.State == state
                : task.State is HandTaskState.Prepared or HandTaskState.Reminded
        )
        && (query.OverdueAt is not { } at || task.DueBy < at);
}
