using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Contacts;

/// <summary>A line for the contact's history, kept once, in the commit of the turn that caused it.</summary>
/// <param name="Key">The effect key.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="Note">The line.</param>
public sealed record ContactNoted(string Key, Guid ContactId, ContactNote Note) : Effect(Key);
