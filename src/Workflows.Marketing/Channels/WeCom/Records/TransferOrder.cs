namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>What a person wants handed over (S3-52).</summary>
/// <param name="Name">Names the order: the same customer or group is moved once by orders of one name.</param>
/// <param name="From">The member of staff who has them.</param>
/// <param name="To">Who takes over; several share evenly.</param>
/// <param name="By">Who wants it.</param>
public sealed record TransferOrder(string Name, string From, IReadOnlyList<string> To, string By)
{
    /// <summary>The external_userids; null for all that the member has, or has left behind. Empty for none.</summary>
    public IReadOnlyList<string>? Customers { get; init; }

    /// <summary>The chat ids.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>What customers are told; at most 200 characters, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the member has left the company.</summary>
    public bool HasLeft { get; init; }
}
