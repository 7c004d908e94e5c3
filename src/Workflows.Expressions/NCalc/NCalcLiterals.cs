using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Syntax;

namespace Workflows.Expressions.NCalc;

/// <summary>Reads what stands for itself: ids, numbers, truth values, dates, times, texts; and names in brackets.</summary>
internal sealed class NCalcLiterals(NCalcReader reader, NCalcDialect dialect)
{
    private readonly NCalcNumbers _numbers = new(reader, dialect);
    private readonly NCalcIds _ids = new(reader);

    /// <param name="mayBeNegative">Whether a '-' belongs to a number here; elsewhere it is an operator.</param>
    public Node.Literal? TryParse(bool mayBeNegative) =>
        _ids.TryParse()
        ?? _numbers.TryParse(mayBeNegative)
        ?? reader.Peek switch
        {
            '\'' or '"' => NCalcTexts.Parse(reader, dialect),
            '#' => NCalcInstants.Parse(reader, dialect),
            't' or 'T' or 'f' or 'F' => TryTruth("true", value: true) ?? TryTruth("false", value: false),
            _ => null,
        };

    public Node.Parameter ParseBracedName(char close)
    {
        var start = reader.Position;
        var length = reader.Rest.IndexOf(close);
        if (length < 0)
        {
            throw reader.Error(DiagnosticCodes.Unbalanced, "This bracket is never closed.", new SourceSpan(start, 1));
        }

        var name = reader.Rest[1..length].ToString();
        if (name.Length == 0)
        {
            throw reader.Error(
                DiagnosticCodes.Syntax,
                "A name is missing between the brackets.",
                new SourceSpan(start, 2)
            );
        }

        reader.Take(length + 1);
        return new Node.Parameter(name, reader.SpanFrom(start));
    }

    private Node.Literal? TryTruth(string word, bool value) =>
        reader.Rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            ? reader.TakeLiteral(value, word.Length)
            : null;
}
