namespace Workflows.Storage.WeCom;

/// <summary>WeCom's figures of the groups of an owner on a day.</summary>
internal sealed class GroupDayRow
{
    public int Tenant { get; set; }

    public DateOnly Day { get; set; }

    public required string Owner { get; set; }

    public int NewGroups { get; set; }

    public int Groups { get; set; }

    public int GroupsWithMessages { get; set; }

    public int NewMembers { get; set; }

    public int Members { get; set; }

    public int MembersWithMessages { get; set; }

    public int Messages { get; set; }
}
