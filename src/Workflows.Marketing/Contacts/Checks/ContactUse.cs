using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>A place in a text where something of a contact is asked by name.</summary>
/// <param name="Method">What is called: <c>Text</c>, <c>Number</c>, <c>Flag</c>, <c>Date</c>, <c>Has</c>, <c>Includes</c>, <c>Tagged</c>, <c>Contains</c> (of the tags), or nothing for a member of a script.</param>
/// <param name="Name">The attribute or the tag.</param>
/// <param name="Span">Where the name stands.</param>
/// <param name="Second">The second argument, or the text it is compared with; null where there is none.</param>
internal sealed record ContactUse(string Method, string Name, SourceSpan Span, string? Second);
