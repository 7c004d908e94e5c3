namespace Workflows.WeComEmulator.MassMessages;

/// <summary>A customer or a group of a task, and what became of it: 0 unsent, 1 sent, 2 no friend any more, 3 quota used up.</summary>
internal sealed class MassTarget(string id)
{
    public const int Unsent = 0;
    public const int Sent = 1;
    public const int NoFriend = 2;
    public const int QuotaReached = 3;

    public string Id { get; } = id;
    public int Status { get; set; }
    public DateTimeOffset? SentAt { get; set; }
}
