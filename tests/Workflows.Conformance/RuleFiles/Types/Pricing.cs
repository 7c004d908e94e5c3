// The recorded rules name these types by this namespace.
namespace Corpus;

public sealed class Pricing
{
    public static decimal Discount(decimal price, Tier tier) => tier == Tier.Gold ? price * 0.9m : price;

#pragma warning disable CA1822 // The recorded rules call it on an instance.
    public int Instance(int x) => x + 1;
#pragma warning restore CA1822
}
