namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>What an order came to.</summary>
/// <param name="Customers">The customers who are on their way from now on.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Known">How many an earlier order of the name has begun already.</param>
/// <param name="Strangers">External_userids that no contact has: compare with WeCom first.</param>
public sealed record TransfersBegun(int Customers, int Groups, int Known, IReadOnlyList<string> Strangers)
{
    /// <summary>Why WeCom does not say whom the member has, or null.</summary>
    public string? Failure { get; init; }
}
