using Workflows.Marketing.Places.Groups;

namespace Workflows.Host.Api.Places;

/// <summary>A customer group as the API takes and shows it.</summary>
/// <param name="Id">The chat id in WeCom.</param>
/// <param name="Name">The name.</param>
/// <param name="Purpose">Community, Drainage, GroupBuy, Flash or Service; Community unless given.</param>
/// <param name="StoreId">The store the group belongs to.</param>
/// <param name="Persona">Whom the group is for.</param>
/// <param name="Family">Groups of one family exclude each other.</param>
/// <param name="OwnerId">The member of the staff who owns the chat.</param>
/// <param name="BotId">The bot that looks after the chat.</param>
/// <param name="Capacity">How many members fit; 200 unless given, 500 at most.</param>
/// <param name="Members">How many members there are; 0 unless given.</param>
/// <param name="EndsAt">When the group is dissolved or handed over; needed for Drainage, GroupBuy and Flash.</param>
/// <param name="IsActive">Whether the group takes customers; true unless given.</param>
internal sealed record GroupBody(
    string? Id,
    string? Name,
    GroupPurpose? Purpose,
    string? StoreId,
    string? Persona,
    string? Family,
    string? OwnerId,
    string? BotId,
    int? Capacity,
    int? Members,
    DateTimeOffset? EndsAt,
    bool? IsActive
)
{
    public static GroupBody From(CustomerGroup group) =>
        new(
            group.Id,
            group.Name,
            group.Purpose,
            group.StoreId,
            group.Persona,
            group.Family,
            group.OwnerId,
            group.BotId,
            group.Capacity,
            group.Members,
            group.EndsAt,
            group.IsActive
        );

    public CustomerGroup ToGroup(string id)
    {
        var group = new CustomerGroup(id, Name ?? "")
        {
            Purpose = Purpose ?? GroupPurpose.Community,
            StoreId = StoreId,
            Persona = Persona,
            Family = Family,
            OwnerId = OwnerId,
            BotId = BotId,
            Members = Members ?? 0,
            EndsAt = EndsAt?.ToUniversalTime(),
            IsActive = IsActive ?? true,
        };
        return Capacity is { } capacity ? group with { Capacity = capacity } : group;
    }
}
