using System.Text;
using System.Text.Json;

namespace Workflows.Marketing.Contacts;

/// <summary>What an <c>order.paid</c> event says about the order.</summary>
/// <param name="Quantity">Pieces bought; at least 1 where given, otherwise those of the lines, otherwise 1.</param>
/// <param name="Amount">
/// What was paid, in currency units, to eight decimals: never negative, where not given what the lines come to, at most
/// <see cref="MaxAmount"/>. Within these bounds the sum of a contact's orders is exact, here and in every database.
/// </param>
public sealed record OrderFacts(int Quantity, decimal Amount)
{
    /// <summary>The largest amount of an order.</summary>
    public const decimal MaxAmount = 1_000_000_000_000_000m;

    private const int Decimals = 8;

    private static readonly OrderFacts Unsaid = new(1, 0m);

    /// <summary>The order's number in its source, or null: then the event's id stands for it.</summary>
    public string? Number { get; init; }

    /// <summary>The lines, as they were given.</summary>
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    /// <summary>Reads the data of an accepted event; what is missing or unreadable takes its default.</summary>
    public static OrderFacts Read(string? data)
    {
        if (string.IsNullOrEmpty(data))
        {
            return Unsaid;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(data));
        int? quantity = null;
        decimal? amount = null;
        string? number = null;
        IReadOnlyList<OrderLine> lines = [];
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            if (reader.ValueTextEquals("quantity"u8))
            {
                quantity = ReadQuantity(ref reader);
            }
            else if (reader.ValueTextEquals("amount"u8))
            {
                amount = ReadAmount(ref reader);
            }
            else if (reader.ValueTextEquals("order"u8))
            {
                number = ReadNumber(ref reader);
            }
            else if (reader.ValueTextEquals("lines"u8) && reader.Read())
            {
                lines = OrderLines.Read(JsonElement.ParseValue(ref reader));
            }
        }

        return new OrderFacts(quantity ?? OrderLines.Pieces(lines), amount ?? lines.Sum(line => line.Amount))
        {
            Number = number,
            Lines = lines,
        };
    }

    internal static decimal Round(decimal units) => decimal.Round(units, Decimals);

    private static int? ReadQuantity(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var pieces) ? pieces : null;

    private static decimal? ReadAmount(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var units)
            ? Round(units)
            : null;

    // A file's column of digits comes as a number.
    private static string? ReadNumber(ref Utf8JsonReader reader) =>
        !reader.Read() ? null
        : reader.TokenType == JsonTokenType.String ? reader.GetString()
        : reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan)
        : null;
}
