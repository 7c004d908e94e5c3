using Workflows.Rules.Binding;

namespace Workflows.Rules.Compilation;

/// <summary>Neighbouring rules whose answers, with those of their nested rules, share one word.</summary>
/// <param name="Start">The index of the first rule.</param>
/// <param name="Rules">The rules.</param>
internal sealed record ProgramWord(int Start, IReadOnlyList<ProgramRule> Rules)
{
    /// <summary>How many answers a word holds.</summary>
    public const int Size = 64;

    /// <summary>Whether the answers fit; one rule alone may have too many nested ones.</summary>
    public bool Fits => Rules.Sum(rule => rule.Size) <= Size;

    /// <summary>Spreads rules over as few words as possible, in their order.</summary>
    public static IReadOnlyList<ProgramWord> Spread(IReadOnlyList<BoundRule> rules)
    {
        var words = new List<ProgramWord>();
        var current = new List<ProgramRule>();
        var bits = 0;
        for (var index = 0; index < rules.Count; index++)
        {
            var root = ProgramRule.Root(rules[index], ref bits);
            if (bits > Size && current.Count > 0)
            {
                words.Add(new ProgramWord(index - current.Count, current));
                (current, bits) = ([], 0);
                root = ProgramRule.Root(rules[index], ref bits);
            }

            current.Add(root);
        }

        if (current.Count > 0)
        {
            words.Add(new ProgramWord(rules.Count - current.Count, current));
        }

        return words;
    }
}
