#pragma warning disable MA0016 // The recorded rules see these very types.
namespace Workflows.Rules.Tests.Recorded;

public sealed class OrderLine
{
    public string? Sku { get; set; }

    public int Qty { get; set; }

    public decimal Price { get; set; }

    public List<string>? Tags { get; set; }

    public DateTime? ShippedOn { get; set; }
}
