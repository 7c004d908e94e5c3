namespace Workflows.Marketing.Channels.Sms;

/// <summary>What the gateway says, to a message or when asked for its receipt; unknown fields are skipped.</summary>
internal sealed record SmsAnswer
{
    /// <summary>The gateway's name of the message.</summary>
    public string? Id { get; init; }

    /// <summary>Of a receipt: <c>waiting</c>, <c>delivered</c> or <c>failed</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Why not: <c>quota</c>, <c>blacklist</c>, <c>invalid_phone</c>, <c>invalid_template</c> or the gateway's own word.</summary>
    public string? Code { get; init; }

    /// <summary>The same for people.</summary>
    public string? Message { get; init; }
}
