using System.Text.Json;

namespace Workflows.Marketing.Contacts;

/// <summary>What an <c>order.refunded</c> event says.</summary>
/// <param name="Number">The number of the order in the event's source.</param>
/// <param name="Amount">What was given back, in currency units; null for all of it.</param>
internal sealed record RefundFacts(string Number, decimal? Amount)
{
    /// <summary>Reads the data of an accepted event; null where it names no order.</summary>
    public static RefundFacts? Read(string? data)
    {
        if (string.IsNullOrEmpty(data))
        {
            return null;
        }

        using var document = JsonDocument.Parse(data);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || OrderNumber(root) is not { Length: > 0 } number)
        {
            return null;
        }

        return new RefundFacts(
            number,
            root.TryGetProperty("amount", out var amount)
            && amount.ValueKind == JsonValueKind.Number
            && amount.TryGetDecimal(out var units)
                ? OrderFacts.Round(units)
                : null
        );
    }

    internal static string? OrderNumber(JsonElement data) =>
        !data.TryGetProperty("order", out var order) ? null
        : order.ValueKind == JsonValueKind.String ? order.GetString()
        : order.ValueKind == JsonValueKind.Number ? order.GetRawText()
        : null;
}
