using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Places.Staff;

/// <summary>Says everything that is wrong with a member of the staff before it is kept.</summary>
public static class StaffValidator
{
    /// <summary>The most customers WeCom lets a member have, after all expansions.</summary>
    public const int MostCustomers = 20_000;

    /// <summary>All mistakes, with JSON paths; none for a member who can be kept.</summary>
    public static IReadOnlyList<Diagnostic> Validate(StaffMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return new PlaceCheck()
            .Text(member.Id, 64, "$.id")
            .Text(member.Name, 100, "$.name")
            .Text(member.StoreId, 64, "$.storeId", isNeeded: false)
            .Text(member.Persona, 64, "$.persona", isNeeded: false)
            .Number(member.Capacity, 0, MostCustomers, "$.capacity")
            .Diagnostics;
    }
}
