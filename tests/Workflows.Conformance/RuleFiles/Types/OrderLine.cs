#pragma warning disable MA0016 // The recorded rules see these very types.
// The recorded rules name these types by this namespace.
namespace Corpus;

public sealed class OrderLine
{
    public string? Sku { get; set; }

    public int Qty { get; set; }

    public decimal Price { get; set; }

    public List<string>? Tags { get; set; }

    public DateTime? ShippedOn { get; set; }
}
