namespace Workflows.Marketing.Contacts;

/// <summary>An event that was new, and whose it is.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="Event">The event.</param>
/// <param name="ReceivedAt">When it arrived.</param>
public sealed record AcceptedEvent(Guid ContactId, ContactEvent Event, DateTimeOffset ReceivedAt);
