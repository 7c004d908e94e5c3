using System.Globalization;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>Checks what events say about orders before it is stored.</summary>
internal static class OrderCheck
{
    private const int LongestNumber = 128;

    /// <summary>Checks an event that says nothing more.</summary>
    public static void Nothing(string type, string path, ICollection<Diagnostic> diagnostics)
    {
        if (type is ContactEventTypes.OrderRefunded)
        {
            diagnostics.Add(NoOrder(path));
        }
    }

    /// <summary>Checks the data of an event; of other types than those of orders everything is right.</summary>
    public static void Of(string type, JsonElement data, string path, ICollection<Diagnostic> diagnostics)
    {
        switch (type)
        {
            case ContactEventTypes.OrderPaid:
                CheckPayment(data, path, diagnostics);
                break;
            case ContactEventTypes.OrderRefunded:
                CheckRefund(data, path, diagnostics);
                break;
        }
    }

    private static void CheckPayment(JsonElement data, string path, ICollection<Diagnostic> diagnostics)
    {
        if (
            data.TryGetProperty("quantity", out var quantity)
            && !(quantity.ValueKind == JsonValueKind.Number && quantity.TryGetInt32(out var pieces) && pieces >= 1)
        )
        {
            diagnostics.Add(new Diagnostic("EVT008", "A quantity is a whole number from 1.", $"{path}.quantity"));
        }

        if (data.TryGetProperty("amount", out var amount) && !IsAmount(amount, least: 0m))
        {
            diagnostics.Add(new Diagnostic("EVT009", "An amount is a number from 0 to 10^15.", $"{path}.amount"));
        }

        if (data.TryGetProperty("order", out _) && !IsNumber(data))
        {
            diagnostics.Add(NoOrder(path));
        }

        if (data.TryGetProperty("lines", out var lines))
        {
            CheckLines(lines, $"{path}.lines", diagnostics);
        }
    }

    private static void CheckLines(JsonElement lines, string path, ICollection<Diagnostic> diagnostics)
    {
        if (lines.ValueKind != JsonValueKind.Array || lines.GetArrayLength() > OrderLines.Most)
        {
            diagnostics.Add(
                new Diagnostic("EVT017", $"The lines of an order are a list of at most {OrderLines.Most}.", path)
            );
            return;
        }

        var index = 0;
        foreach (var line in lines.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]");
            if (OrderLines.ReadLine(line) is null)
            {
                diagnostics.Add(
                    new Diagnostic(
                        "EVT018",
                        "This is not a line of an order.",
                        place,
                        Remedy: "A line has an sku of 1 to 64 characters, and may have a quantity from 1, an amount from 0 and a name."
                    )
                );
            }
        }
    }

    private static void CheckRefund(JsonElement data, string path, ICollection<Diagnostic> diagnostics)
    {
        if (!IsNumber(data))
        {
            diagnostics.Add(NoOrder(path));
        }

        if (data.TryGetProperty("amount", out var amount) && !IsAmount(amount, least: 0.00000001m))
        {
            diagnostics.Add(
                new Diagnostic(
                    "EVT020",
                    "A refund is a number above 0, at most 10^15.",
                    $"{path}.amount",
                    Remedy: "Leave the amount out where all of the order was given back."
                )
            );
        }
    }

    private static bool IsNumber(JsonElement data) =>
        RefundFacts.OrderNumber(data) is { Length: > 0 and <= LongestNumber } number && !number.Any(char.IsControl);

    private static bool IsAmount(JsonElement amount, decimal least) =>
        amount.ValueKind == JsonValueKind.Number
        && amount.TryGetDecimal(out var units)
        && units >= least
        && units <= OrderFacts.MaxAmount;

    private static Diagnostic NoOrder(string path) =>
        new(
            "EVT019",
            "The event does not say which order.",
            $"{path}.order",
            Remedy: $"Give the order's number in its source, 1 to {LongestNumber} characters."
        );
}
