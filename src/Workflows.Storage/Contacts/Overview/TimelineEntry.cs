namespace Workflows.Storage.Contacts;

/// <summary>One thing that happened to or around a contact.</summary>
/// <param name="At">When.</param>
/// <param name="Kind"><c>event</c> (the contact did something), <c>message</c> (it was told something) or <c>change</c> (something about it changed).</param>
/// <param name="Key">What tells it apart from all others of its kind.</param>
/// <param name="What">The event's type, the message's template, or what changed.</param>
/// <param name="Details">The event's data, the message's text, or before and after; may be null.</param>
/// <param name="By">The source system, the journey or the user.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string Key, string What, string? Details, string By);
