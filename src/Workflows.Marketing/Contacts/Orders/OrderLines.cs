using System.Text.Json;

namespace Workflows.Marketing.Contacts;

/// <summary>The member <c>lines</c> of an order: <c>[{"sku":"A1","quantity":2,"amount":39.8,"name":"…"}]</c>.</summary>
internal static class OrderLines
{
    /// <summary>How many lines an order has at most.</summary>
    public const int Most = 200;

    /// <summary>Reads lines; what is no line is left out.</summary>
    public static IReadOnlyList<OrderLine> Read(JsonElement lines) =>
        lines.ValueKind == JsonValueKind.Array
            ? [.. lines.EnumerateArray().Take(Most).Select(ReadLine).OfType<OrderLine>()]
            : [];

    /// <summary>The pieces of all lines; 1 where there are none.</summary>
    public static int Pieces(IReadOnlyList<OrderLine> lines) =>
        lines.Count == 0 ? 1 : (int)Math.Min(int.MaxValue, lines.Sum(line => (long)line.Quantity));

    /// <summary>A line, or null where it is none.</summary>
    public static OrderLine? ReadLine(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object || ReadSku(line) is not { Length: > 0 and <= 64 } sku)
        {
            return null;
        }

        var (quantity, amount) = (1, 0m);
        if (
            line.TryGetProperty("quantity", out var pieces)
            && !(pieces.ValueKind == JsonValueKind.Number && pieces.TryGetInt32(out quantity) && quantity >= 1)
        )
        {
            return null;
        }

        if (
            line.TryGetProperty("amount", out var paid)
            && !(
                paid.ValueKind == JsonValueKind.Number
                && paid.TryGetDecimal(out amount)
                && amount is >= 0 and <= OrderFacts.MaxAmount / Most
            )
        )
        {
            return null;
        }

        var name = line.TryGetProperty("name", out var said) && said.ValueKind == JsonValueKind.String;
        return new OrderLine(sku, quantity, OrderFacts.Round(amount), name ? said.GetString() : null);
    }

    private static string? ReadSku(JsonElement line) =>
        !line.TryGetProperty("sku", out var sku) ? null
        : sku.ValueKind == JsonValueKind.String ? sku.GetString()!.Trim()
        : sku.ValueKind == JsonValueKind.Number ? sku.GetRawText()
        : null;
}
