using System.Text.Json;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Messaging;

/// <summary>How a message ended, as the block that waits for it learns.</summary>
/// <param name="Outcome">How.</param>
/// <param name="ReasonCode">Why, for reports; or null.</param>
/// <param name="Reason">Why, in one line; or null.</param>
/// <param name="Reference">The other side's name for it, or null.</param>
/// <param name="Until">Until when a limit would have deferred it, where the journey asked to decide itself; or null.</param>
public sealed record MessageOutcome(
    SendOutcome Outcome,
    string? ReasonCode = null,
    string? Reason = null,
    string? Reference = null,
    DateTimeOffset? Until = null
)
{
    /// <summary>The name of the stimuli that tell outcomes; their key is the message's.</summary>
    public const string StimulusName = "Marketing.MessageOutcome";

    /// <summary>The stimulus that wakes whoever waits for this message.</summary>
    /// <param name="key">The message's key.</param>
    public Stimulus For(string key) => new(StimulusName, key, this);

    /// <summary>What bookmarks that wait for this message are found by.</summary>
    /// <param name="key">The message's key.</param>
    public static Guid HashOf(string key) => StimulusHash.Of(StimulusName, key);

    /// <summary>The work that wakes one instance.</summary>
    /// <param name="tenant">Whose message it is.</param>
    /// <param name="subject">What the instance is about.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="key">The message's key.</param>
    /// <param name="at">When the message ended.</param>
    public WorkItem ToWork(int tenant, Guid subject, Guid instanceId, string key, DateTimeOffset at) =>
        new()
        {
            Tenant = tenant,
            Subject = subject,
            Kind = WorkKind.Resume,
            DueAt = at,
            InstanceId = instanceId,
            Payload = new WakeWork(For(key)),
        };

    internal static MessageOutcome Of(MessageSettlement.Ended ended) =>
        new(ended.Outcome, ended.ReasonCode, ended.Reason, ended.Reference, ended.Until);

    /// <summary>The outcome in a payload: itself in memory, its JSON when it comes from a queue's row; else null.</summary>
    internal static MessageOutcome? FromPayload(object? payload) =>
        payload switch
        {
            MessageOutcome outcome => outcome,
            JsonElement element => element.Deserialize<MessageOutcome>(JsonSerializerOptions.Web),
            _ => null,
        };
}
