using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Tables.Cells;

/// <summary>A value that is written in a cell.</summary>
/// <param name="Span">Its place in the cell.</param>
internal abstract record CellLiteral(SourceSpan Span)
{
    /// <summary>What the value is, in a sentence: "'abc' is …".</summary>
    public abstract string Word { get; }

    internal sealed record Missing(SourceSpan Span) : CellLiteral(Span)
    {
        public override string Word => "no value";
    }

    internal sealed record Number(decimal Value, SourceSpan Span) : CellLiteral(Span)
    {
        public override string Word => "a number";
    }

    internal sealed record Text(string Value, SourceSpan Span) : CellLiteral(Span)
    {
        public override string Word => "text";
    }

    internal sealed record Flag(bool Value, SourceSpan Span) : CellLiteral(Span)
    {
        public override string Word => "true or false";
    }

    /// <summary>A date alone: the whole day.</summary>
    internal sealed record Day(DateOnly Value, SourceSpan Span) : CellLiteral(Span)
    {
        public override string Word => "a date";
    }

    /// <summary>A date with a time; without offset it is in the time zone of the table.</summary>
    internal sealed record Moment(DateTime Local, TimeSpan? Offset, SourceSpan Span) : CellLiteral(Span)
    {
        public override string Word => "a date with a time";
    }

    internal sealed record Duration(TimeSpan Value, SourceSpan Span) : CellLiteral(Span)
    {
        public override string Word => "a duration";
    }

    /// <summary>An instant counted from another one, such as <c>now - 30d</c>.</summary>
    internal sealed record Relative(string Anchor, TimeSpan Distance, SourceSpan Span) : CellLiteral(Span)
    {
        public override string Word => "a date";
    }
}
