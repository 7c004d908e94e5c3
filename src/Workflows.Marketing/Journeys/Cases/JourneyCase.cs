using System.Text.Json;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Journeys.Cases;

/// <summary>What happens to one contact, and what its author expects to come of it.</summary>
/// <param name="Name">The case's name, unique in its file.</param>
/// <param name="Events">What the contact does, in the order of time.</param>
/// <param name="Until">The last instant that is looked at.</param>
/// <param name="Expect">What is expected.</param>
/// <param name="Title">What the case is about, by language (<c>zh</c>, <c>en</c>); null without one.</param>
/// <param name="Attributes">What is known of the contact before; null for nothing.</param>
/// <param name="Sends">How messages end, by template: <c>Unconfirmed</c>, <c>Refused</c> … Those left out are sent.</param>
/// <param name="Orders">What other customers bought, for order feeds; null for nothing.</param>
/// <param name="From">From when on calendars begin journeys; the first event unless given.</param>
public sealed record JourneyCase(
    string Name,
    IReadOnlyList<JourneyCaseEvent> Events,
    DateTimeOffset Until,
    JourneyExpectation Expect,
    IReadOnlyDictionary<string, string>? Title = null,
    IReadOnlyDictionary<string, JsonElement>? Attributes = null,
    IReadOnlyDictionary<string, SendOutcome>? Sends = null,
    IReadOnlyList<JourneyCaseOrder>? Orders = null,
    DateTimeOffset? From = null
);
