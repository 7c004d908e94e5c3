using System.Globalization;
using System.Text;

namespace Workflows.Expressions.Diagnostics;

/// <summary>Renders a diagnostic for people: the message, the line it is about and a caret under the place.</summary>
/// <remarks>Columns are counted as a terminal shows them, so a caret below Chinese text stands where it should.</remarks>
public static class DiagnosticPrinter
{
    private const int TabWidth = 4;

    /// <summary>Renders one diagnostic over several lines, without a final line break.</summary>
    /// <param name="diagnostic">What to render.</param>
    /// <param name="source">The expression's text; without it, or without a span, only the message is rendered.</param>
    /// <returns>Lines joined by <c>\n</c>.</returns>
    public static string Print(Diagnostic diagnostic, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var output = new StringBuilder();
        if (diagnostic.Path is { } path)
        {
            output.Append(path).Append(": ");
        }

        output.Append(diagnostic.Severity is DiagnosticSeverity.Error ? "error " : "warning ");
        output.Append(diagnostic.Code).Append(": ").Append(diagnostic.Message);
        if (source is not null && diagnostic.Span is { } span)
        {
            AppendExcerpt(output, source, span);
        }

        if (diagnostic.Remedy is { } remedy)
        {
            output.Append('\n').Append("  ").Append(remedy);
        }

        return output.ToString();
    }

    /// <summary>The line and the display column, both from 1, at which an offset lies.</summary>
    /// <param name="source">The expression's text.</param>
    /// <param name="offset">A UTF-16 offset into it; offsets outside are taken to the nearer end.</param>
    /// <returns>The place; a wide character counts two columns, a tab four.</returns>
    public static (int Line, int Column) Locate(string source, int offset)
    {
        ArgumentNullException.ThrowIfNull(source);
        offset = Math.Clamp(offset, 0, source.Length);
        var start = LineStart(source, offset);
        var line = 1 + source.AsSpan(0, start).Count('\n');
        return (line, 1 + DisplayWidth.Of(Expand(source.AsSpan(start, offset - start))));
    }

    private static void AppendExcerpt(StringBuilder output, string source, SourceSpan span)
    {
        var offset = Math.Clamp(span.Start, 0, source.Length);
        var start = LineStart(source, offset);
        var end = source.IndexOf('\n', offset);
        end = end < 0 ? source.Length : end;
        var line = source.AsSpan(start, end - start).TrimEnd('\r');
        var (number, column) = Locate(source, offset);
        var marked = Math.Clamp(span.Length, 0, Math.Max(0, end - offset));
        var carets = Math.Max(1, DisplayWidth.Of(Expand(source.AsSpan(offset, marked))));
        var margin = string.Create(CultureInfo.InvariantCulture, $"  {number} | ");
        output.Append('\n').Append(margin).Append(Expand(line));
        output.Append('\n').Append(' ', margin.Length + column - 1).Append('^', carets);
    }

    private static int LineStart(string source, int offset) =>
        offset == 0 ? 0 : source.LastIndexOf('\n', offset - 1) + 1;

    private static string Expand(ReadOnlySpan<char> text) =>
        text.ToString().Replace("\t", new string(' ', TabWidth), StringComparison.Ordinal);
}
