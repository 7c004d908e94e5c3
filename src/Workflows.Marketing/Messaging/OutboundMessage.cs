using Workflows.Marketing.Content;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Messaging;

/// <summary>
/// One message on its way to one recipient. Everything in it is fixed when the turn emits it: the same key always has the
/// same content, however often it is tried.
/// </summary>
/// <param name="Key">The effect key: unique in the database, and the idempotency key at the channel.</param>
/// <param name="Recipient">Who gets it.</param>
/// <param name="Carrier">Where it is said.</param>
/// <param name="Channel">The <see cref="IChannel.Name"/> that carries it.</param>
/// <param name="Template">Which message it is, for people and reports, for example <c>win-back</c>.</param>
/// <param name="Content">What it says, filled in.</param>
/// <param name="Purpose">Why it is sent, for consent and limits, for example <c>marketing</c>.</param>
/// <param name="CreatedAt">When the turn emitted it.</param>
/// <param name="Journey">The journey's definition id.</param>
/// <param name="JourneyVersion">The journey's version.</param>
public sealed record OutboundMessage(
    string Key,
    Recipient Recipient,
    Carrier Carrier,
    string Channel,
    string Template,
    MessageContent Content,
    string Purpose,
    DateTimeOffset CreatedAt,
    string Journey,
    int JourneyVersion
) : Effect(Key)
{
    /// <summary>The contact the journey is about; the recipient itself unless set, null where there is none.</summary>
    public Guid? ContactId { get; init; } = (Recipient as Recipient.Person)?.ContactId;

    /// <summary>Where exactly, when the recipient's names do not say it: an e-mail address, the phone of a call; or null.</summary>
    public string? Destination { get; init; }

    /// <summary>The user id of the staff member who says it, or null where nobody in particular does.</summary>
    public string? Sender { get; init; }

    /// <summary>The content of the library it says, by version; or null.</summary>
    public ContentRef? Source { get; init; }

    /// <summary>What sort of content it is, for limits: <c>sop</c>, <c>sales</c>, <c>persona</c>, <c>knowledge</c>, <c>offer</c> …; or null.</summary>
    public string? Kind { get; init; }

    /// <summary>The product it is about, or null.</summary>
    public string? Product { get; init; }

    /// <summary>What the offer in it costs the brand, in the tenant's currency; 0 where it costs nothing.</summary>
    public decimal Subsidy { get; init; }

    /// <summary>Of what is due, the higher one goes first; 0 unless the journey says otherwise.</summary>
    public int Priority { get; init; }

    /// <summary>What becomes of it when a limit does not let it through.</summary>
    public LimitPolicy OnLimit { get; init; } = LimitPolicy.Defer;

    /// <summary>When it is of no use any more, or null when it always is.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The instance it belongs to, or null: woken by the outcome if it waits for it, and taking the message back when it is cancelled.</summary>
    public Guid? InstanceId { get; init; }
}
