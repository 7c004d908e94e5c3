namespace Workflows.Marketing.Messaging;

/// <summary>Which messages to list; newest first.</summary>
/// <param name="ContactId">Only this contact's, or null.</param>
/// <param name="State">Only in this state, or null.</param>
/// <param name="Skip">How many to leave out.</param>
/// <param name="Take">How many at most; 1–1000.</param>
public sealed record MessageQuery(Guid? ContactId = null, MessageState? State = null, int Skip = 0, int Take = 100);
