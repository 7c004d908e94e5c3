using System.Numerics;

namespace Workflows.Rules.Compilation;

/// <summary>Answers of up to 64 rules in one word.</summary>
internal static class Bits
{
    /// <summary>Writes a word's answers where they belong and counts those that are yes.</summary>
    public static int Spread(ulong bits, Span<bool> holds, int word, int rules)
    {
        var start = word * RuleProgram.WordSize;
        var length = Math.Min(RuleProgram.WordSize, rules - start);
        for (var bit = 0; bit < length; bit++)
        {
            holds[start + bit] = (bits >> bit & 1) != 0;
        }

        return BitOperations.PopCount(bits);
    }
}
