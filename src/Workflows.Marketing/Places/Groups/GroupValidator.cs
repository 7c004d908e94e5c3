using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Places.Groups;

/// <summary>Says everything that is wrong with a group before it is kept.</summary>
public static class GroupValidator
{
    /// <summary>All mistakes, with JSON paths; none for a group that can be kept.</summary>
    public static IReadOnlyList<Diagnostic> Validate(CustomerGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var check = new PlaceCheck()
            .Text(group.Id, 64, "$.id")
            .Text(group.Name, 100, "$.name")
            .Text(group.StoreId, 64, "$.storeId", isNeeded: false)
            .Text(group.Persona, 64, "$.persona", isNeeded: false)
            .Text(group.Family, 64, "$.family", isNeeded: false)
            .Text(group.OwnerId, 64, "$.ownerId", isNeeded: false)
            .Text(group.BotId, 64, "$.botId", isNeeded: false)
            .Number(group.Capacity, 1, CustomerGroup.MostMembers, "$.capacity")
            .Number(group.Members, 0, CustomerGroup.MostMembers, "$.members");
        if (!Enum.IsDefined(group.Purpose))
        {
            check.Say("PLC007", "This is no purpose of a group.", "$.purpose");
        }
        else if (
            group is { EndsAt: null, Purpose: GroupPurpose.Drainage or GroupPurpose.GroupBuy or GroupPurpose.Flash }
        )
        {
            check.Say(
                "PLC008",
                "A group for drainage, a group-buy or a flash sale has to end.",
                "$.endsAt",
                "Say when it is dissolved or handed over; customers who stay belong into a community."
            );
        }

        return check.Diagnostics;
    }
}
