namespace Workflows.Marketing.Places.Groups;

/// <summary>Where customer groups and their seats are kept.</summary>
public interface IGroupRegister
{
    /// <summary>The group of an id, or null.</summary>
    Task<CustomerGroup?> FindAsync(int tenant, string id, CancellationToken cancellationToken);

    /// <summary>A page of groups in id order.</summary>
    /// <param name="tenant">Whose groups.</param>
    /// <param name="after">The last id of the page before, or null for the first page.</param>
    /// <param name="count">How many at most; 1–1000.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<CustomerGroup>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Adds groups, or replaces those of the same ids; all of them or none.</summary>
    /// <param name="tenant">Whose groups.</param>
    /// <param name="groups">Valid groups, each id once.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is kept.</param>
    Task SaveAsync(int tenant, IReadOnlyList<CustomerGroup> groups, CancellationToken cancellationToken);

    /// <summary>
    /// Since when nobody of the staff has said anything in the groups that take customers (S1-06): since the last message of the product that arrived there,
    /// or <c>message.sent</c> with the <c>group</c> that somebody told; a group in which nobody ever spoke since it was first watched.
    /// </summary>
    /// <param name="tenant">Whose groups.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<GroupSilence>> WatchAsync(int tenant, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How many active groups each bot looks after; bots that look after none are missing.</summary>
    Task<IReadOnlyDictionary<string, int>> CountByBotAsync(int tenant, CancellationToken cancellationToken);

    /// <summary>The groups that come into question, full ones included; by store, then fullest first, so that groups fill up one after the other.</summary>
    Task<IReadOnlyList<GroupVacancy>> ListVacanciesAsync(
        int tenant,
        GroupChoice choice,
        CancellationToken cancellationToken
    );

    /// <summary>Holds a place for a contact, if one is free at this very moment; two who ask at once never get the same.</summary>
    /// <returns>The place: the contact's own where it sits in the group already. Null when the group is full, over or unknown.</returns>
    Task<GroupSeat?> HoldAsync(int tenant, SeatRequest request, CancellationToken cancellationToken);

    /// <summary>The place that was held under a key, or null.</summary>
    Task<GroupSeat?> FindSeatAsync(int tenant, string key, CancellationToken cancellationToken);

    /// <summary>All places of a contact, those it has left included, oldest first.</summary>
    Task<IReadOnlyList<GroupSeat>> ListSeatsAsync(int tenant, Guid contactId, CancellationToken cancellationToken);

    /// <summary>Notes that a contact is in a group, and counts the member where that is news.</summary>
    Task JoinAsync(int tenant, string groupId, Guid contactId, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Notes that a contact has left a group, and no longer counts the member where that is news.</summary>
    Task LeaveAsync(int tenant, string groupId, Guid contactId, DateTimeOffset at, CancellationToken cancellationToken);
}
