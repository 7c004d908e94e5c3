using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>Orders as rows.</summary>
internal static class OrderRows
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static KnownOrder Read(OrderRow row) =>
        new(row.Source, row.Number)
        {
            PaidAt = row.PaidAt,
            Quantity = row.Quantity,
            Paid = row.Paid,
            Refunds = ReadRefunds(row.Refunds),
            Lines = ReadLines(row.Lines),
        };

    public static OrderRow Write(int tenant, Guid contact, KnownOrder order) =>
        new()
        {
            Tenant = tenant,
            Source = order.Source,
            Number = order.Number,
            ContactId = contact,
            PaidAt = order.PaidAt,
            Quantity = order.Quantity,
            Paid = order.Paid,
            Amount = order.Amount,
            Counts = order.Counts,
            Refunds = Write(order.Refunds),
            Lines = Write(order.Lines),
        };

    public static string Write(IReadOnlyList<OrderRefund> refunds) =>
        refunds.Count == 0 ? "[]" : JsonSerializer.Serialize(refunds, Options);

    public static string Write(IReadOnlyList<OrderLine> lines) =>
        lines.Count == 0 ? "[]" : JsonSerializer.Serialize(lines, Options);

    public static IReadOnlyList<OrderRefund> ReadRefunds(string json) =>
        json is "[]" ? [] : JsonSerializer.Deserialize<OrderRefund[]>(json, Options)!;

    public static IReadOnlyList<OrderLine> ReadLines(string json) =>
        json is "[]" ? [] : JsonSerializer.Deserialize<OrderLine[]>(json, Options)!;
}
