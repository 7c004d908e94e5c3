using Workflows.Marketing.Places.Staff;

namespace Workflows.Host.Api.Places;

/// <summary>A member of the staff as the API takes and shows it.</summary>
/// <param name="Id">The userid in WeCom.</param>
/// <param name="Name">The name.</param>
/// <param name="StoreId">The store the member works in.</param>
/// <param name="Capacity">How many customers the member may serve at once; 5000 unless given.</param>
/// <param name="Load">How many customers the member serves; counted, never taken.</param>
/// <param name="Persona">The persona the member plays.</param>
/// <param name="IsActive">Whether the member takes customers; true unless given.</param>
internal sealed record StaffBody(
    string? Id,
    string? Name,
    string? StoreId,
    int? Capacity,
    int? Load,
    string? Persona,
    bool? IsActive
)
{
    public static StaffBody From(StaffMember member) =>
        new(member.Id, member.Name, member.StoreId, member.Capacity, member.Load, member.Persona, member.IsActive);

    public StaffMember ToMember(string id)
    {
        var member = new StaffMember(id, Name ?? "")
        {
            StoreId = StoreId,
            Persona = Persona,
            IsActive = IsActive ?? true,
        };
        return Capacity is { } capacity ? member with { Capacity = capacity } : member;
    }
}
