using Workflows.Rules.Analysis;

namespace Workflows.Rules.Comparison;

/// <summary>Contacts for whom another rule decides than before.</summary>
/// <param name="From">The rule that decided, by its new name if it only has another name; null where none did.</param>
/// <param name="To">The rule that decides now; null where none does.</param>
/// <param name="Where">For which contacts, field by field in the notation of table cells.</param>
/// <param name="Example">Such a contact, confirmed by the judge.</param>
public sealed record Movement(string? From, string? To, string Where, ContactExample Example);
