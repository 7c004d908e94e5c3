using Workflows.Marketing.Contacts;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Messaging;

/// <summary>
/// One message on its way to one contact. Everything in it is fixed when the turn emits it: the same key always has the
/// same content, however often it is tried.
/// </summary>
/// <param name="Key">The effect key: unique in the database, and the idempotency key at the channel.</param>
/// <param name="ContactId">Who gets it.</param>
/// <param name="To">The names the contact was known by.</param>
/// <param name="Channel">The <see cref="IChannel.Name"/> that carries it.</param>
/// <param name="Template">Which message it is, for people and reports, for example <c>win-back</c>.</param>
/// <param name="Text">What it says, filled in.</param>
/// <param name="Purpose">Why it is sent, for consent and limits, for example <c>marketing</c>.</param>
/// <param name="CreatedAt">When the turn emitted it.</param>
/// <param name="Journey">The journey's definition id.</param>
/// <param name="JourneyVersion">The journey's version.</param>
public sealed record OutboundMessage(
    string Key,
    Guid ContactId,
    ContactIdentities To,
    string Channel,
    string Template,
    string Text,
    string Purpose,
    DateTimeOffset CreatedAt,
    string Journey,
    int JourneyVersion
) : Effect(Key);
