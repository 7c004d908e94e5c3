namespace Workflows.Marketing.Channels.WeCom.Intents;

/// <summary>
/// A task that is about to be made at WeCom, written down before the call: WeCom has no idempotency key, so this is how we
/// know after a crash or a lost answer what to look for, and what is ours.
/// </summary>
/// <param name="Id">The intent.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Kind">What it sends.</param>
/// <param name="Sender">The member who sends; empty when WeCom chooses, or when there are many.</param>
/// <param name="Outline">
/// The fingerprint of what WeCom's lists show of the content. Of one kind, sender and outline at most one intent is open, so
/// that a task nobody claims can only be its.
/// </param>
/// <param name="StartedAt">When it was written down; the call is made right after or not at all.</param>
/// <param name="Messages">The messages; empty where only the reference is of interest.</param>
public sealed record SendIntent(
    Guid Id,
    int Tenant,
    SendIntentKind Kind,
    string Sender,
    string Outline,
    DateTimeOffset StartedAt,
    IReadOnlyList<SendIntentMessage> Messages
)
{
    /// <summary>WeCom's first name for the task: msgid, or jobid of a Moment. Null while nobody knows whether it was made.</summary>
    public string? Reference { get; init; }

    /// <summary>WeCom's lasting name for the task: msgid or moment_id. Null while it is not known.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is not known yet whether the task was made.</summary>
    public bool IsOpen => Reference is null;
}
