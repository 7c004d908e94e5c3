using System.Globalization;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Converting;

/// <summary>
/// Says what an offer is, once for all channels that tell it (S2-24, S2-25, S2-53): what raises the amount or the frequency, which goods,
/// at what price, when, and where. Goes on by whether it is open.
/// </summary>
[Activity(
    "Marketing",
    "Convert",
    "Says what an offer is, once for all channels that tell it: goods, price, time and link; goes on by whether it is open.",
    DisplayName = "Offer",
    Icon = "offer"
)]
[FlowNode(Open, NotYet, Over)]
public sealed class Offer : CodeActivity
{
    private const string Open = "Open";
    private const string NotYet = "NotYet";
    private const string Over = "Over";

    /// <summary>Its number.</summary>
    [Input(
        DisplayName = "Offer",
        Description = "The number of the offer, the same on every channel.",
        IsRequired = true,
        Order = 1
    )]
    public Input<string> OfferId { get; set; } = default!;

    /// <summary>What it raises, where its type does not say so.</summary>
    [Input(
        DisplayName = "Raises",
        Description = "What it raises: the amount (bundles, thresholds, upgrades) or the frequency (cards, points, periods). A type says so by itself.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { OfferTypes.Amount, OfferTypes.Frequency },
        DefaultValue = OfferTypes.Amount,
        Order = 2
    )]
    public Input<string> Raises { get; set; } = new(OfferTypes.Amount);

    /// <summary>Its type, one of <see cref="OfferTypes"/>; null for one that has no name.</summary>
    [Input(
        DisplayName = "Type",
        Description = "What kind of offer it is: a bundle, spend and save or an add-on raise the amount, a cycle, a punch card or a return coupon the frequency.",
        UIHint = InputUIHints.DropDown,
        Options = new[]
        {
            OfferTypes.Bundle,
            OfferTypes.SpendAndSave,
            OfferTypes.AddOn,
            OfferTypes.Cycle,
            OfferTypes.PunchCard,
            OfferTypes.ReturnCoupon,
        },
        Order = 2.5f
    )]
    public Input<string?> OfferType { get; set; } = default!;

    /// <summary>The goods.</summary>
    [Input(Description = "The number (SKU) of the goods.", IsRequired = true, Order = 3)]
    public Input<string> Product { get; set; } = default!;

    /// <summary>Its price, in currency units.</summary>
    [Input(Description = "The price, in currency units.", IsRequired = true, Minimum = 0, Order = 4)]
    public Input<decimal> Price { get; set; } = default!;

    /// <summary>When it begins; null for always.</summary>
    [Input(DisplayName = "From", Description = "When it begins. Empty: it is open already.", Order = 5)]
    public Input<DateTimeOffset?>? From { get; set; }

    /// <summary>When it ends; null for never.</summary>
    [Input(DisplayName = "Until", Description = "When it ends. Empty: never.", Order = 6)]
    public Input<DateTimeOffset?>? Until { get; set; }

    /// <summary>Where it is.</summary>
    [Input(Description = "The page of the offer, the same for every channel.", DefaultSyntax = "Liquid", Order = 7)]
    public Input<string?> Link { get; set; } = default!;

    /// <summary>The offer, for the blocks that tell it.</summary>
    [Output(
        DisplayName = "Offer",
        Description = "The offer: id, raises, type, product, price, from, until and link, for the blocks that tell it."
    )]
    public Output<object>? Result { get; set; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (from, until) = (context.Get(From), context.Get(Until));
        var type = context.Get(OfferType)?.Trim() is { Length: > 0 } named ? named : null;
        var raises = OfferTypes.RaisedBy(type) ?? Raises.Get(context);
        context.JournalData["offer"] = OfferId.Get(context);
        context.JournalData["raises"] = raises;
        context.Set(
            Result,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["id"] = OfferId.Get(context),
                ["raises"] = raises,
                ["type"] = type,
                ["product"] = Product.Get(context),
                ["price"] = Price.Get(context),
                ["from"] = from?.ToString("O", CultureInfo.InvariantCulture),
                ["until"] = until?.ToString("O", CultureInfo.InvariantCulture),
                ["link"] = context.Get(Link),
            }
        );
        return context.CompleteActivityWithOutcomesAsync(
            from > context.Now ? NotYet
            : until <= context.Now ? Over
            : Open
        );
    }
}
