using Workflows.Marketing.Messaging;

namespace Workflows.Host.Api;

/// <summary>Which messages to list.</summary>
/// <param name="Contact">Only this contact's.</param>
/// <param name="State">Only those that are <c>Queued</c>, <c>Delivered</c> or <c>Dead</c>.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at most; 1 to 1000, 100 unless given.</param>
internal sealed record MessagesQuery(Guid? Contact, MessageState? State, string? After, int? Limit);
