using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>The lines of an order in one field: <c>A1*2*39.80|B7</c>, each an sku, pieces (1) and amount (0).</summary>
internal static class ImportLines
{
    /// <summary>The lines as the data of an event has them; null where one cannot be read.</summary>
    public static IReadOnlyList<object>? Read(string text)
    {
        var lines = new List<object>();
        foreach (
            var part in text.Split(['|', '｜'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            if (ReadLine(part.Split(['*', '×'], StringSplitOptions.TrimEntries)) is not { } line)
            {
                return null;
            }

            lines.Add(
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["sku"] = line.Sku,
                    ["quantity"] = line.Quantity,
                    ["amount"] = line.Amount,
                }
            );
        }

        return lines;
    }

    public static Diagnostic Mistake(string column) =>
        new(
            "IMP005",
            "These are not the lines of an order.",
            column,
            Remedy: "Write each as sku*pieces*amount and | between them: A1*2*39.80|B7*1*5."
        );

    private static OrderLine? ReadLine(string[] parts)
    {
        var (quantity, amount) = (1, 0m);
        var isRead =
            parts.Length <= 3
            && parts[0].Length > 0
            && (
                parts.Length < 2
                || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out quantity)
            )
            && (
                parts.Length < 3
                || decimal.TryParse(parts[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount)
            );
        return isRead ? new OrderLine(parts[0], quantity, amount) : null;
    }
}
