namespace Workflows.Marketing.Places.Staff;

/// <summary>Where the staff is kept.</summary>
public interface IStaffRegister
{
    /// <summary>The member of an id, or null.</summary>
    Task<StaffMember?> FindAsync(int tenant, string id, CancellationToken cancellationToken);

    /// <summary>A page of the staff in id order.</summary>
    /// <param name="tenant">Whose staff.</param>
    /// <param name="after">The last id of the page before, or null for the first page.</param>
    /// <param name="count">How many at most; 1–1000.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<StaffMember>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Adds members, or replaces those of the same ids; all of them or none. The load of a known member stays.</summary>
    /// <param name="tenant">Whose staff.</param>
    /// <param name="members">Valid members, each id once.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is kept.</param>
    Task SaveAsync(int tenant, IReadOnlyList<StaffMember> members, CancellationToken cancellationToken);
}
