using System.Text;

namespace Workflows.Expressions.Diagnostics;

/// <summary>Counts terminal columns: a Chinese character takes two, a combining mark none.</summary>
internal static class DisplayWidth
{
    // Blocks of East Asian Width "W" and "F" (Unicode UAX #11), merged where their neighbours are wide as well.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F),
        (0x231A, 0x231B),
        (0x2329, 0x232A),
        (0x23E9, 0x23EC),
        (0x25FD, 0x25FE),
        (0x2614, 0x2615),
        (0x2648, 0x2653),
        (0x26A1, 0x26A1),
        (0x2705, 0x2705),
        (0x274C, 0x274C),
        (0x2753, 0x2757),
        (0x2795, 0x2797),
        (0x2B1B, 0x2B1C),
        (0x2E80, 0x303E),
        (0x3041, 0x33FF),
        (0x3400, 0x4DBF),
        (0x4E00, 0x9FFF),
        (0xA000, 0xA4CF),
        (0xA960, 0xA97C),
        (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6),
        (0x16FE0, 0x18DFF),
        (0x1AFF0, 0x1B2FF),
        (0x1F300, 0x1F64F),
        (0x1F680, 0x1F6FF),
        (0x1F900, 0x1FAFF),
        (0x20000, 0x3FFFD),
    ];

    public static int Of(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Of(rune);
        }

        return columns;
    }

    private static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return 1;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            System.Globalization.UnicodeCategory.NonSpacingMark => 0,
            System.Globalization.UnicodeCategory.EnclosingMark => 0,
            System.Globalization.UnicodeCategory.Format => 0,
            _ => IsWide(rune.Value) ? 2 : 1,
        };
    }

    private static bool IsWide(int value)
    {
        foreach (var (first, last) in Wide)
        {
            if (value <= last)
            {
                return value >= first;
            }
        }

        return false;
    }
}
