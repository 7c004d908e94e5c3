using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Analysis.Reading;
using Workflows.Rules.Tables.Sheets;

namespace Workflows.Rules.Tables.Cells;

/// <summary>
/// Reads a cell: alternatives separated by commas, each a value, a comparison, a range, a search in a text, or several
/// of them joined by <c>and</c>; <c>not( … )</c> around some; a condition in braces; nothing or <c>-</c> for anything.
/// </summary>
internal sealed partial class CellReader
{
    private const int MaxDepth = 20;
    private const int MaxLength = 2_000;

    private readonly string _text;
    private readonly string _plain;
    private readonly ValueKind _kind;
    private int _at;
    private int _depth;

    private CellReader(string text, ValueKind kind)
    {
        _text = text;
        _plain = HalfWidth.Of(text);
        _kind = kind;
    }

    /// <exception cref="CellException">The cell is not written as cells are.</exception>
    public static CellTest Read(string text, ValueKind kind)
    {
        if (text.Length > MaxLength)
        {
            throw new CellException(
                TableDiagnosticCodes.CellSyntax,
                $"The cell has {text.Length} characters; at most {MaxLength} are allowed.",
                new SourceSpan(0, text.Length)
            );
        }

        var reader = new CellReader(text, kind);
        return CellWords.IsAnything(reader._plain.Trim()) ? new CellTest.Anything() : reader.ReadCell();
    }

    private CellTest ReadCell()
    {
        SkipBlanks();
        if (_plain[_at] == '{')
        {
            return ReadLambda();
        }

        RefuseGroupedDigits();
        var test = ReadAlternatives();
        return _at < _plain.Length ? throw Wrong($"'{_text[_at]}' is not expected here.", 1) : test;
    }

    // 1,000 is a thousand to people and a list of 1 and 0 to us: neither is guessed.
    private void RefuseGroupedDigits()
    {
        if (
            _kind is ValueKind.Number or ValueKind.WholeNumber
            && GroupedDigits().Match(_text) is { Success: true } match
        )
        {
            throw new CellException(
                TableDiagnosticCodes.CellSyntax,
                $"'{match.Value}' could be one number or two.",
                new SourceSpan(match.Index, match.Length),
                "Write numbers without separators of thousands, and a blank behind a comma between two numbers."
            );
        }
    }

    [GeneratedRegex(@"\b[1-9]\d{0,2},\d\d\d\b", RegexOptions.NonBacktracking)]
    private static partial Regex GroupedDigits();

    private CellTest.Lambda ReadLambda()
    {
        var end = _plain.TrimEnd().Length - 1;
        return _plain[end] == '}'
            ? new CellTest.Lambda(_text[(_at + 1)..end], _at + 1)
            : throw Wrong("The brace is never closed.", 1);
    }

    private CellTest ReadAlternatives()
    {
        var tests = new List<CellTest> { ReadConjunction() };
        while (Take(",") || Take(";"))
        {
            tests.Add(ReadConjunction());
        }

        return tests is [var single] ? single : new CellTest.Any(tests);
    }

    private CellTest ReadConjunction()
    {
        var tests = new List<CellTest> { ReadTest() };
        while (MayJoin() && Array.Exists(CellWords.Conjunctions, Take))
        {
            tests.Add(ReadTest());
        }

        return tests is [var single] ? single : new CellTest.All(tests);
    }

    // Within bare text "and" is a part of the text; behind a quotation mark or a bracket it joins.
    private bool MayJoin() => _kind.IsOrdered() || _plain[_at - 1] is '"' or ')';

    private CellTest ReadTest()
    {
        SkipBlanks();
        if (_at >= _plain.Length)
        {
            throw Wrong("Something is missing here.", 0);
        }

        if (ReadNegation() is { } negation)
        {
            return negation;
        }

        foreach (var (word, operation) in CellWords.Operators)
        {
            if (Take(word))
            {
                return new CellTest.Comparison(operation, ReadLiteral());
            }
        }

        if (!_kind.IsOrdered() && ReadSearch() is { } search)
        {
            return search;
        }

        return _plain[_at] is '[' or ']' or '(' ? ReadRange() : ReadValueOrRange();
    }

    private CellTest.Not? ReadNegation()
    {
        var start = _at;
        if (!Array.Exists(CellWords.Negations, Take) || !Take("("))
        {
            _at = start;
            return null;
        }

        if (++_depth > MaxDepth)
        {
            throw Wrong($"The cell is nested more than {MaxDepth} deep.", 1);
        }

        var inner = ReadAlternatives();
        _depth--;
        return Take(")") ? new CellTest.Not(inner) : throw Wrong("')' is missing.", 0);
    }

    private CellTest.Search? ReadSearch()
    {
        var start = _at;
        foreach (var (word, method) in CellWords.Searches)
        {
            // "Startsville" is a text, "starts Sville" is a search.
            if (Take(word) && (_at < _plain.Length && (_plain[_at] is ' ' or '"' || word[0] > '\u007F')))
            {
                return new CellTest.Search(method, ReadLiteral());
            }

            _at = start;
        }

        return null;
    }

    private CellTest.Between ReadRange()
    {
        var start = _at;
        var lowIsIn = _plain[_at++] == '[';
        var low = ReadLiteral();
        if (!Array.Exists(CellWords.RangeSigns, Take))
        {
            throw Wrong("A range is written as [2..4]; '..' is missing.", 0);
        }

        var high = ReadLiteral();
        SkipBlanks();
        if (_at >= _plain.Length || _plain[_at] is not (']' or '[' or ')'))
        {
            throw Wrong("The range is never closed; write ']' where its end belongs to it, '[' where it does not.", 0);
        }

        var highIsIn = _plain[_at++] == ']';
        return new CellTest.Between(low, lowIsIn, high, highIsIn, new SourceSpan(start, _at - start));
    }

    private CellTest ReadValueOrRange()
    {
        var start = _at;
        var value = ReadLiteral();
        if (!_kind.IsOrdered() || !Array.Exists(CellWords.RangeSigns, Take))
        {
            return new CellTest.Comparison(Operator.Equal, value);
        }

        var high = ReadLiteral();
        return new CellTest.Between(value, true, high, true, new SourceSpan(start, _at - start));
    }

    private CellLiteral ReadLiteral()
    {
        SkipBlanks();
        var start = _at;
        if (_at < _plain.Length && _plain[_at] is '"' or '\'')
        {
            return ReadQuoted(start);
        }

        while (_at < _plain.Length && !EndsWord())
        {
            _at++;
        }

        var isText = _kind is ValueKind.Text or ValueKind.List;
        var word = (isText ? _text : _plain)[start.._at].TrimEnd();
        return word.Length > 0
            ? CellLiterals.Read(word, _kind, new SourceSpan(start, word.Length))
            : throw Wrong("A value is missing here.", 0);
    }

    private bool EndsWord()
    {
        if (_plain[_at] is ',' or ';' or ')')
        {
            return true;
        }

        return _kind.IsOrdered()
            && (
                _plain[_at] is '[' or ']'
                || Array.Exists(CellWords.RangeSigns, Starts)
                || (_plain[_at] is ' ' && StartsConjunction(_at + 1))
                || StartsConjunction(_at)
            );
    }

    private bool StartsConjunction(int at) =>
        (at > _at || !char.IsAsciiLetter(_plain[at]))
        && Array.Exists(
            CellWords.Conjunctions,
            word => _plain.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase)
        );

    private CellLiteral.Text ReadQuoted(int start)
    {
        var quote = _plain[_at++];
        var value = new System.Text.StringBuilder();
        for (; _at < _plain.Length; _at++)
        {
            // A quotation mark inside is written twice; full-width ones close what full-width ones opened.
            if (_plain[_at] != quote || (_text[_at] != quote && _text[start] == quote))
            {
                value.Append(_text[_at]);
            }
            else if (_at + 1 < _plain.Length && _text[_at] == quote && _text[_at + 1] == quote)
            {
                value.Append(_text[_at++]);
            }
            else
            {
                _at++;
                return new CellLiteral.Text(value.ToString(), new SourceSpan(start, _at - start));
            }
        }

        _at = start;
        throw Wrong("The quotation mark is never closed.", 1);
    }

    private bool Take(string word)
    {
        SkipBlanks();
        if (!Starts(word))
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    private bool Starts(string word) => _plain.AsSpan(_at).StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private void SkipBlanks()
    {
        while (_at < _plain.Length && char.IsWhiteSpace(_plain[_at]))
        {
            _at++;
        }
    }

    private CellException Wrong(string message, int length) =>
        new(
            TableDiagnosticCodes.CellSyntax,
            message,
            new SourceSpan(_at, length),
            $"A cell here is written like {_kind.Example()}."
        );
}
