using System.Globalization;
using System.Linq.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Lambda.Outlines;

namespace Workflows.Rules.Explaining;

/// <summary>Says in words what a part is and what came of it.</summary>
internal sealed class PartWords(ExplanationValues values, Vocabulary vocabulary, Language language)
{
    private const int LongestText = 60;

    /// <summary>The part with its values and a mark that says whether it holds.</summary>
    public string Of(Part part, PartResult result)
    {
        if (result.State == PartState.Failed)
        {
            return $"{Short(part)}: {Failure(part, result)}";
        }

        var sentence = Sentence(part, result);
        var mark = Phrases.Mark(result.State);
        return mark.Length == 0 ? sentence : $"{sentence} {mark}";
    }

    /// <summary>A part that was not asked.</summary>
    public string NotAsked(Part part) => $"{Short(part)} {Phrases.Pick(("(not asked)", "(未判断)"), language)}";

    /// <summary>What went wrong: the value that was missing, where that can be told.</summary>
    public string Failure(Part part, PartResult result) =>
        Missing(part) is { } missing
            ? string.Format(
                CultureInfo.InvariantCulture,
                Phrases.Pick(("{0} is empty, so it cannot be worked out", "{0} 为空，无法计算"), language),
                vocabulary.Name(missing.Text, language)
            )
            : result.Failure switch
            {
                DivideByZeroException => Phrases.Pick(("division by zero", "除数为零"), language),
                OverflowException => Phrases.Pick(("the number is too large", "数值超出范围"), language),
                { Message: var message } => message,
                null => "",
            };

    private string Sentence(Part part, PartResult result) =>
        part.Node.Kind switch
        {
            OutlineKind.And or OutlineKind.Or or OutlineKind.Not or OutlineKind.Choice => Phrases.Heading(
                part.Node.Kind,
                language
            ),
            OutlineKind.Comparison when part.Parts is [var left, var right] => string.Create(
                CultureInfo.InvariantCulture,
                $"{Operand(left)} {Phrases.Comparison(part.Node.Operator, TypeOf(left) ?? TypeOf(right), language)} {Operand(right)}"
            ),
            OutlineKind.Call or OutlineKind.Member when result.Value is bool && Function(part) is { } words => words,
            _ when result.Value is bool => Short(part),
            _ => Operand(part),
        };

    private string? Function(Part part)
    {
        var operands = part
            .Node.Parts.Where(node => node.Kind != OutlineKind.Name || Find(part, node) is not null)
            .ToArray();
        return Phrases.Function(part.Node.Operator, operands.Length, language) is { } words
            ? string.Format(CultureInfo.InvariantCulture, words, [.. operands.Select(node => Operand(part, node))])
            : null;
    }

    private string Operand(Part whole, OutlineNode node) =>
        Find(whole, node) is { } part ? Operand(part) : ValueWords.Cut(TextOf(whole, node), LongestText);

    /// <summary>A value with the name people know it by.</summary>
    private string Operand(Part part)
    {
        if (part.Lambda is null)
        {
            return Short(part);
        }

        var result = values.Of(part);
        var value =
            result.State == PartState.Failed
                ? Phrases.Pick(("(failed)", "(出错)"), language)
                : ValueWords.Of(result.Value, language);
        return part.Node.Kind switch
        {
            OutlineKind.Literal => value,
            OutlineKind.Name or OutlineKind.Member when IsNamed(part) =>
                $"{vocabulary.Name(part.Text, language)} {value}",
            _ when result.Value is bool => Short(part),
            _ => $"{value} ({Shift(part) ?? Short(part)})",
        };
    }

    // now.AddDays(-30) is "30 days before now".
    private string? Shift(Part part)
    {
        if (part.Node is not { Kind: OutlineKind.Call, Parts: [var from, var by] })
        {
            return null;
        }

        var moved = Find(part, by) is { } distance ? values.Of(distance).Value : Literal(TextOf(part, by));
        return moved is int or long or double
            ? Phrases.Shift(
                part.Node.Operator,
                Convert.ToDouble(moved, CultureInfo.InvariantCulture),
                vocabulary.Name(TextOf(part, from), language),
                language
            )
            : null;
    }

    private static double? Literal(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A parameter is a value with a name; a member of an input is a thing that has a value.
    private bool IsNamed(Part part) =>
        part.Node.Kind == OutlineKind.Member
        || !string.Equals(vocabulary.Name(part.Text, language), part.Text, StringComparison.Ordinal);

    private Part? Missing(Part part) =>
        part.Parts.Select(Missing).FirstOrDefault(missing => missing is not null)
        ?? part.Parts.FirstOrDefault(inner =>
            inner.Node.Kind is OutlineKind.Member or OutlineKind.Name
            && values.Of(inner) is { State: PartState.Known, Value: null }
        );

    private static Part? Find(Part whole, OutlineNode node) =>
        whole.Parts.FirstOrDefault(part => part.Node.Span == node.Span);

    private static string TextOf(Part whole, OutlineNode node) =>
        whole.Text.Substring(node.Span.Start - whole.Node.Span.Start, node.Span.Length);

    private static Type? TypeOf(Part part) =>
        part.Lambda is { Body: not ConstantExpression { Value: null } } lambda ? lambda.ReturnType : null;

    private static string Short(Part part) => ValueWords.Cut(part.Text, LongestText);
}
