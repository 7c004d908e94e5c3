using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Content;

/// <summary>A place in a text that is filled in with something of the contact.</summary>
/// <param name="Name">What of the contact, for example <c>name</c>.</param>
/// <param name="Span">Where the place is.</param>
/// <param name="HasFallback">Whether the text says what stands there where the contact has no such thing.</param>
internal sealed record MergeField(string Name, SourceSpan Span, bool HasFallback);
