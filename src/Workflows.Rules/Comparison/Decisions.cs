using Workflows.Expressions;
using Workflows.Rules.Analysis;
using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Judging;

namespace Workflows.Rules.Comparison;

/// <summary>Asks the judge which rule decides, before and now.</summary>
internal sealed class Decisions(Examples examples, JudgedRuleSet old, JudgedRuleSet now, InputShape shape)
{
    /// <summary>A contact of the box for whom exactly these rules decide; null when the judge does not confirm it.</summary>
    public ContactExample? Confirm(Box box, string? from, string? to) =>
        examples.In(box).FirstOrDefault(example => IsConfirmed(example, from, to));

    private bool IsConfirmed(ContactExample example, string? from, string? to)
    {
        if (
            old.Judge(example.ToInputs(), shape) is not { Answer: { } before }
            || now.Judge(example.ToInputs(), shape) is not { Answer: { } after }
        )
        {
            return false;
        }

        return string.Equals(before.First?.Rule, from, StringComparison.Ordinal)
            && string.Equals(after.First?.Rule, to, StringComparison.Ordinal);
    }
}
