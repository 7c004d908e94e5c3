using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>One row of a file to import: an event, or why it is none.</summary>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Position">How many bytes of the file are read by now, for progress; about.</param>
/// <param name="Event">The event, or null for a bad row.</param>
/// <param name="Mistakes">What is wrong with a bad row; the path names the column or member.</param>
/// <param name="Text">The row as it stands in the file, where it is bad.</param>
internal sealed record ImportRow(
    long Line,
    long Position,
    ContactEvent? Event,
    IReadOnlyList<Diagnostic> Mistakes,
    string? Text
);
