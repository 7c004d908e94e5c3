using System.Globalization;

namespace Workflows.Rules.Tables.Sheets;

/// <summary>Places in a sheet as spreadsheets name them.</summary>
internal static class SheetAddress
{
    private const int Letters = 26;

    /// <param name="column">The column, from 0.</param>
    /// <param name="line">The line, from 1.</param>
    public static string Of(int column, int line)
    {
        var name = "";
        for (var rest = column; rest >= 0; rest = rest / Letters - 1)
        {
            name = (char)('A' + rest % Letters) + name;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{name}{line}");
    }
}
