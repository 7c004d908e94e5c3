using Workflows.Expressions;
using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Judging;

namespace Workflows.Rules.Analysis;

/// <summary>Puts invented contacts before the judge: only what it confirms is reported.</summary>
internal sealed class Confirmation(Examples examples, JudgedRuleSet judged, InputShape shape)
{
    private const int MaxBoxes = 20;

    // A rule set with hundreds of rules has ten thousands of pairs; what is beyond is said to be not known.
    private int _questionsLeft = 5_000;

    /// <summary>The first box of a region with a contact for which the judge agrees; null when there is none.</summary>
    /// <param name="region">The boxes to look in.</param>
    /// <param name="agrees">Asked with the names of the rules that hold.</param>
    public (Box Box, ContactExample Example)? Find(Region region, Func<IReadOnlySet<string>, bool> agrees)
    {
        foreach (var box in region.Boxes.Take(MaxBoxes))
        {
            foreach (var example in examples.In(box))
            {
                if (Holding(example) is { } holding && agrees(holding))
                {
                    return (box, example);
                }
            }
        }

        return null;
    }

    private HashSet<string>? Holding(ContactExample example) =>
        _questionsLeft-- > 0 && judged.Judge(example.ToInputs(), shape) is { Answer: { } answer }
            ? answer
                .Results.Where(result => result.IsSuccess)
                .Select(result => result.Rule)
                .ToHashSet(StringComparer.Ordinal)
            : null;
}
