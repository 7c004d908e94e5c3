namespace Workflows.Marketing.Channels.WeCom.Statistics;

/// <summary>Where the figures of days are kept: WeCom keeps them for 180 days only.</summary>
public interface IStatisticStore
{
    /// <summary>Writes days of members of staff; what was known of the same days is replaced.</summary>
    Task SaveAsync(int tenant, IReadOnlyList<StaffDay> days, CancellationToken cancellationToken);

    /// <summary>Writes days of owners of groups; what was known of the same days is replaced.</summary>
    Task SaveAsync(int tenant, IReadOnlyList<GroupDay> days, CancellationToken cancellationToken);

    /// <summary>A page of the days of members of staff, by day, then by user id.</summary>
    Task<IReadOnlyList<StaffDay>> ListStaffAsync(int tenant, DayQuestion question, CancellationToken cancellationToken);

    /// <summary>A page of the days of owners of groups, by day, then by user id.</summary>
    Task<IReadOnlyList<GroupDay>> ListGroupsAsync(
        int tenant,
        DayQuestion question,
        CancellationToken cancellationToken
    );
}
