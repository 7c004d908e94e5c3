using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Lambda.Outlines;

namespace Workflows.Rules.Explaining;

/// <summary>Tells in one line what settled a condition: the parts that decided, and nothing that was not needed.</summary>
internal sealed class WhySentence(
    ExplanationValues values,
    PartWords words,
    Func<Part, ExplainedParam?> paramOf,
    Language language
)
{
    private const int Deepest = 8;
    private const int Longest = 400;

    public string Of(Part part) => ValueWords.Cut(Of(part, 0), Longest);

    private string Of(Part part, int depth)
    {
        var result = values.Of(part);
        if (result.State == PartState.Failed || depth == Deepest)
        {
            return words.Of(part, result);
        }

        if (paramOf(part) is { } param && result.Value is bool)
        {
            return $"{param.Variable.Name} ({Of(param.Value, depth + 1)})";
        }

        return part.Node.Kind switch
        {
            OutlineKind.And => Deciding(part, PartState.DoesNotHold, depth),
            OutlineKind.Or => Deciding(part, PartState.Holds, depth),
            OutlineKind.Not => $"{Phrases.Heading(OutlineKind.Not, language)} ({Of(part.Parts[0], depth + 1)})",
            _ => words.Of(part, result),
        };
    }

    private string Deciding(Part part, PartState decides, int depth)
    {
        var deciding = part.Parts.FirstOrDefault(inner => values.Of(inner).State == decides);
        var separator = Phrases.Pick(("; ", "；"), language);
        return deciding is not null
            ? Of(deciding, depth + 1)
            : string.Join(separator, part.Parts.Select(inner => Of(inner, depth + 1)));
    }
}
