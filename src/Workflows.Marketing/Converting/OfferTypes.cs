namespace Workflows.Marketing.Converting;

/// <summary>The types of offers, as documents write them, and what each raises (S2-24, S2-25).</summary>
public static class OfferTypes
{
    /// <summary>What raises the amount of a purchase (客单).</summary>
    public const string Amount = "amount";

    /// <summary>What raises the frequency of purchases (频次).</summary>
    public const string Frequency = "frequency";

    /// <summary>Several pieces at one price (组合装).</summary>
    public const string Bundle = "bundle";

    /// <summary>So much off from a sum on (满减).</summary>
    public const string SpendAndSave = "spendAndSave";

    /// <summary>A further piece at a lower price (加价购).</summary>
    public const string AddOn = "addOn";

    /// <summary>Bought again and again, paid once or by the period (周期购).</summary>
    public const string Cycle = "cycle";

    /// <summary>A card that fills with purchases (集点卡).</summary>
    public const string PunchCard = "punchCard";

    /// <summary>A coupon for the next purchase (回头券).</summary>
    public const string ReturnCoupon = "returnCoupon";

    /// <summary>What offers of a type raise: <see cref="Amount"/> or <see cref="Frequency"/>; null for a word that is no type.</summary>
    /// <param name="type">The type.</param>
    public static string? RaisedBy(string? type) =>
        type switch
        {
            Bundle or SpendAndSave or AddOn => Amount,
            Cycle or PunchCard or ReturnCoupon => Frequency,
            _ => null,
        };
}
