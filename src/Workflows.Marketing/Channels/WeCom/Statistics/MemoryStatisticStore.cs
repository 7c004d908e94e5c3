namespace Workflows.Marketing.Channels.WeCom.Statistics;

/// <summary>Figures in memory, for trials and tests. Safe on every thread.</summary>
public sealed class MemoryStatisticStore : IStatisticStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(int Tenant, DateOnly Day, string Staff), StaffDay> _staff = [];
    private readonly Dictionary<(int Tenant, DateOnly Day, string Staff), GroupDay> _groups = [];

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, IReadOnlyList<StaffDay> days, CancellationToken cancellationToken) =>
        Keep(_staff, days, day => (tenant, day.Day, day.Staff));

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, IReadOnlyList<GroupDay> days, CancellationToken cancellationToken) =>
        Keep(_groups, days, day => (tenant, day.Day, day.Owner));

    /// <inheritdoc/>
    public Task<IReadOnlyList<StaffDay>> ListStaffAsync(
        int tenant,
        DayQuestion question,
        CancellationToken cancellationToken
    ) => List(_staff, tenant, question);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GroupDay>> ListGroupsAsync(
        int tenant,
        DayQuestion question,
        CancellationToken cancellationToken
    ) => List(_groups, tenant, question);

    private Task Keep<T>(
        Dictionary<(int Tenant, DateOnly Day, string Staff), T> kept,
        IReadOnlyList<T> days,
        Func<T, (int, DateOnly, string)> key
    )
    {
        lock (_gate)
        {
            foreach (var day in days)
            {
                kept[key(day)] = day;
            }
        }

        return Task.CompletedTask;
    }

    private Task<IReadOnlyList<T>> List<T>(
        Dictionary<(int Tenant, DateOnly Day, string Staff), T> kept,
        int tenant,
        DayQuestion question
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<T>>([
                .. kept.Where(pair => pair.Key.Tenant == tenant && question.Holds(pair.Key.Staff, pair.Key.Day))
                    .OrderBy(pair => pair.Key.Day)
                    .ThenBy(pair => pair.Key.Staff, StringComparer.Ordinal)
                    .Take(question.Count)
                    .Select(pair => pair.Value),
            ]);
        }
    }
}
