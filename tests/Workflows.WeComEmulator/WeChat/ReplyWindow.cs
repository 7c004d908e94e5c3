namespace Workflows.WeComEmulator.WeChat;

/// <summary>How long, and how often, an official account may answer something a follower did.</summary>
internal sealed class ReplyWindow(DateTimeOffset until, int left)
{
    public DateTimeOffset Until { get; } = until;
    public int Left { get; set; } = left;

    /// <param name="what"><c>message</c>, <c>menu</c>, <c>follow</c>, <c>scan</c> or <c>pay</c>.</param>
    public static ReplyWindow? After(string what, DateTimeOffset now) =>
        what switch
        {
            "message" => new ReplyWindow(now.AddHours(48), 5),
            "menu" or "follow" or "scan" => new ReplyWindow(now.AddMinutes(1), 3),
            "pay" => new ReplyWindow(now.AddHours(48), int.MaxValue),
            _ => null,
        };
}
