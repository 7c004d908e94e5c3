using System.Text.Json;

namespace Workflows.Marketing.Contacts;

/// <summary>What an <c>order.paid</c> event says about the order.</summary>
/// <param name="Quantity">Pieces bought; at least 1 where given, otherwise 1.</param>
/// <param name="Amount">
/// What was paid, in currency units, to eight decimals: never negative, 0 where not given, at most <see cref="MaxAmount"/>.
/// Within these bounds the sum of a contact's orders is exact, here and in every database.
/// </param>
public sealed record OrderFacts(int Quantity, decimal Amount)
{
    /// <summary>The largest amount of an order.</summary>
    public const decimal MaxAmount = 1_000_000_000_000_000m;

    private const int Decimals = 8;

    private static readonly OrderFacts Unsaid = new(1, 0m);

    /// <summary>Reads the data of an accepted event; what is missing or unreadable takes its default.</summary>
    public static OrderFacts Read(string? data)
    {
        if (string.IsNullOrEmpty(data))
        {
            return Unsaid;
        }

        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(data));
        var (quantity, amount) = (Unsaid.Quantity, Unsaid.Amount);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            if (reader.ValueTextEquals("quantity"u8) && reader.Read() && reader.TokenType == JsonTokenType.Number)
            {
                quantity = reader.TryGetInt32(out var pieces) ? pieces : quantity;
            }
            else if (
                reader.TokenType == JsonTokenType.PropertyName
                && reader.ValueTextEquals("amount"u8)
                && reader.Read()
                && reader.TokenType == JsonTokenType.Number
            )
            {
                amount = reader.TryGetDecimal(out var units) ? decimal.Round(units, Decimals) : amount;
            }
        }

        return new OrderFacts(quantity, amount);
    }
}
