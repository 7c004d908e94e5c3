using Workflows.Marketing.Places.Staff;

namespace Workflows.Marketing.Contacts;

/// <summary>Who of the staff has to do with which contacts: written with the event, at once.</summary>
public interface IRelationRegister
{
    /// <summary>The relations of contacts, in one look; contacts without any are missing.</summary>
    Task<IReadOnlyDictionary<Guid, ContactRelations>> FindAsync(
        int tenant,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    );

    /// <summary>A page of the contacts a member of the staff serves, in id order.</summary>
    /// <param name="tenant">Whose staff.</param>
    /// <param name="staffId">The member.</param>
    /// <param name="after">The last contact of the page before, or null for the first page.</param>
    /// <param name="count">How many at most; 1–1000.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<Guid>> ListContactsAsync(
        int tenant,
        string staffId,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Chooses the member with the smallest share of the capacity in use and assigns the contact, if one has capacity left at this very
    /// moment; a contact whom a suitable member serves already stays there.
    /// </summary>
    /// <returns>The member, the contact counted; null when all are full.</returns>
    Task<StaffMember?> AssignAsync(int tenant, AgentRequest request, CancellationToken cancellationToken);
}
