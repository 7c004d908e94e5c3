namespace Workflows.Rules.Analysis;

/// <summary>One thing an analysis found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rules">The rules it is about, in the document's order; empty for a gap.</param>
/// <param name="Message">The finding in a sentence.</param>
/// <param name="Where">For which contacts, field by field in the notation of table cells; empty where that says nothing.</param>
/// <param name="Example">A contact for which the judge confirmed it; null where the finding is not about one contact.</param>
public sealed record Finding(
    FindingKind Kind,
    IReadOnlyList<string> Rules,
    Wording Message,
    string Where = "",
    ContactExample? Example = null
);
