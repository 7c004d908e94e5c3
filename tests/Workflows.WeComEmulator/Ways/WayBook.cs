namespace Workflows.WeComEmulator.Ways;

/// <summary>Contact ways and join ways, which share one allowance, and acquisition links.</summary>
internal sealed class WayBook
{
    public static int Most => 500_000;

    public Dictionary<string, ContactWay> Contacts { get; } = [];

    public Dictionary<string, JoinWay> Joins { get; } = [];

    public Dictionary<string, AcquisitionLink> Links { get; } = [];

    /// <summary>How many customers the company has paid for to win by links.</summary>
    public int AcquisitionTotal { get; set; } = 1_000;

    public int Count => Contacts.Count + Joins.Count;
}
