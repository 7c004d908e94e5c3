using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Content;

/// <summary>A content filled in for one recipient.</summary>
/// <param name="Version">The version it is.</param>
/// <param name="Content">What is said.</param>
public sealed record FilledContent(ContentVersion Version, MessageContent Content);
