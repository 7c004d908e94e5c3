using Workflows.Marketing.Contacts;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Service;

/// <summary>An event that a turn tells of its contact: kept beside those from outside, in the turn's commit. What wakes journeys is <see cref="TellSubject"/>.</summary>
/// <param name="Key">The effect key.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="Event">The event.</param>
public sealed record EventTold(string Key, Guid ContactId, ContactEvent Event) : Effect(Key);
