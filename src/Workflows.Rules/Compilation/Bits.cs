using System.Numerics;

namespace Workflows.Rules.Compilation;

/// <summary>Answers of up to 64 rules in one number.</summary>
internal static class Bits
{
    /// <summary>Writes a word's answers and counts those that are yes.</summary>
    public static int Spread(ulong bits, Span<bool> holds)
    {
        for (var bit = 0; bit < holds.Length; bit++)
        {
            holds[bit] = (bits >> bit & 1) != 0;
        }

        return BitOperations.PopCount(bits);
    }
}
