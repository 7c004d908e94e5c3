using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api.Contacts;

/// <summary>A member of the staff a contact has to do with.</summary>
internal sealed record RelationBody(string Staff, RelationState State, DateTimeOffset At, string? LostBy)
{
    public static RelationBody From(Relation relation) =>
        new(relation.StaffId, relation.State, relation.At, relation.LostBy);
}
