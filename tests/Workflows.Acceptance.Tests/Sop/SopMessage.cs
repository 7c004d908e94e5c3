using Workflows.Marketing.Messaging;

namespace Workflows.Acceptance.Tests.Sop;

/// <summary>How a message of the week ended.</summary>
/// <param name="Group">The group's chat id.</param>
/// <param name="Text">What it says; no other message of the group says the same.</param>
/// <param name="Outcome">How it ended; null while it has not.</param>
/// <param name="Reason">The reason code, or null.</param>
internal sealed record SopMessage(string Group, string Text, SendOutcome? Outcome, string? Reason);
