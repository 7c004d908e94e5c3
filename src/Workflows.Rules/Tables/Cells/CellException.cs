using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Tables.Cells;

/// <summary>A mistake in a cell; the compiler of the table catches it and goes on with the next cell.</summary>
internal sealed class CellException(string code, string message, SourceSpan span, string? remedy = null)
    : Exception(message)
{
    public Diagnostic ToDiagnostic(string address) => new(code, Message, address, span, remedy);
}
