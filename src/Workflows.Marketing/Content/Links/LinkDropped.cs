using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Content;

/// <summary>A tracked link that goes out with a message: kept with the turn that emits the message.</summary>
/// <param name="Key">The effect key.</param>
/// <param name="MessageKey">The message.</param>
/// <param name="Code">The link's code: one for each message and link.</param>
/// <param name="Target">Where it leads: an address, or the page of a mini-program.</param>
/// <param name="Days">How many days an order counts for it; null for ever.</param>
/// <param name="At">When it went out.</param>
public sealed record LinkDropped(
    string Key,
    string MessageKey,
    string Code,
    string Target,
    int? Days,
    DateTimeOffset At
) : Effect(Key)
{
    /// <summary>Before this it leads nowhere: the page says when it opens (S2-49). Null: it is open at once.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>From then on it leads nowhere: the page says that it has ended (S0-61). Null: it never ends.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>For whom alone it leads somewhere (S2-05). Null: for everybody.</summary>
    public LinkAudience? Audience { get; init; }
}
