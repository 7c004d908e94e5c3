namespace Workflows.Storage.WeCom;

/// <summary>WeCom's figures of a member of staff on a day.</summary>
internal sealed class StaffDayRow
{
    public int Tenant { get; set; }

    public DateOnly Day { get; set; }

    public required string Staff { get; set; }

    public int Chats { get; set; }

    public int Messages { get; set; }

    public decimal? RepliedPercent { get; set; }

    public int MinutesToReply { get; set; }

    public int NegativeFeedbacks { get; set; }

    public int Applications { get; set; }

    public int NewContacts { get; set; }
}
