using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;

namespace Workflows.Marketing.Converting;

/// <summary>One offer on every channel (S2-53): blocks of one offer say the same, and whoever tells it leads to its goods and its page.</summary>
internal static class OfferCheck
{
    /// <summary>The block that makes an offer.</summary>
    public const string OfferType = "Marketing.Offer";

    private static readonly string[] Said = ["raises", "offerType", "product", "price", "from", "until", "link"];

    public static IReadOnlyList<Diagnostic> Run(JourneyMap map)
    {
        var offers = map.Blocks.Where(block => block.Is(OfferType)).ToList();
        return [.. Twice(offers), .. Kinds(offers), .. Telling(map, offers), .. Untold(map, offers)];
    }

    private static IEnumerable<Diagnostic> Twice(List<JourneyActivity> offers) =>
        offers
            .GroupBy(offer => offer.Literal("offerId") ?? "", StringComparer.Ordinal)
            .Where(same => same.Key.Length > 0)
            .SelectMany(same =>
                same.Skip(1)
                    .SelectMany(other =>
                        Differences(same.First(), other)
                            .Select(what =>
                                Found(
                                    $"The offer '{same.Key}' says two things of its {what}.",
                                    "Let both blocks say the same, or give the other offer a number of its own.",
                                    other
                                )
                            )
                    )
            );

    /// <summary>Offers whose type is none, or raises something else than they say (S2-24, S2-25).</summary>
    private static IEnumerable<Diagnostic> Kinds(List<JourneyActivity> offers)
    {
        foreach (var offer in offers)
        {
            if (offer.Literal("offerType")?.Trim() is not { Length: > 0 } type)
            {
                continue;
            }

            if (OfferTypes.RaisedBy(type) is not { } raised)
            {
                yield return Found(
                    $"'{type}' is no type of an offer.",
                    "There are bundle, spendAndSave, addOn, cycle, punchCard and returnCoupon; leave it out for any other.",
                    offer,
                    "S2-24"
                );
            }
            else if (offer.Literal("raises") is { Length: > 0 } said && !said.Equals(raised, StringComparison.Ordinal))
            {
                yield return Found(
                    $"The offer says it raises the {said}, and its type '{type}' raises the {raised}.",
                    "Leave Raises out, or choose a type that raises it.",
                    offer,
                    raised is OfferTypes.Amount ? "S2-24" : "S2-25"
                );
            }
        }
    }

    /// <summary>What two blocks of one offer say differently.</summary>
    public static IEnumerable<string> Differences(JourneyActivity one, JourneyActivity other) =>
        Said.Where(what => !IsSame(one, other, what));

    private static IEnumerable<Diagnostic> Telling(JourneyMap map, List<JourneyActivity> offers)
    {
        if (offers.Count == 0)
        {
            yield break;
        }

        foreach (var teller in map.Blocks.Where(PlayBlocks.Offers))
        {
            var product = teller.Literal("product");
            if (
                offers.FirstOrDefault(offer =>
                    string.Equals(offer.Literal("product"), product, StringComparison.Ordinal)
                )
                is not { } offer
            )
            {
                yield return Found(
                    $"The message tells an offer of '{product}', and no offer of the journey is about it.",
                    "Name the goods of the offer, or add its block Offer.",
                    teller
                );
            }
            else if (IsElsewhere(teller, offer))
            {
                yield return Found(
                    $"The message leads elsewhere than the offer '{offer.Literal("offerId")}'.",
                    "Give it the page of the offer, for example {{ Variables.Offer.link }}.",
                    teller
                );
            }
        }
    }

    /// <summary>Goods that are sold on two carriers, with nothing that says the same price and the same page for both.</summary>
    private static IEnumerable<Diagnostic> Untold(JourneyMap map, List<JourneyActivity> offers)
    {
        if (offers.Count > 0 || map.Text("goal", "primary") is not "revenue")
        {
            return [];
        }

        return map
            .Blocks.Where(block => PlayBlocks.Offers(block) || PlayBlocks.SellsByPage(block))
            .Where(block => SendBlocks.ByType.ContainsKey(block.Type))
            .GroupBy(block => block.Literal("product") ?? block.Item?.Product ?? "", StringComparer.Ordinal)
            .Where(same => same.Key.Length > 0 && same.DistinctBy(CarrierOf).Skip(1).Any())
            .Select(same =>
                Found(
                    $"'{same.Key}' is told on several carriers, and no block Offer says its price and its page for all of them.",
                    "Add the block Offer, and take the price and the page from it.",
                    same.First(block => CarrierOf(block) != CarrierOf(same.First()))
                ) with
                {
                    Severity = DiagnosticSeverity.Warning,
                }
            );
    }

    private static Carrier CarrierOf(JourneyActivity block) => SendBlocks.ByType[block.Type].Carrier;

    // What is worked out at run time comes from the offer itself.
    private static bool IsElsewhere(JourneyActivity teller, JourneyActivity offer) =>
        teller.Constant("linkUrl") is { Length: > 0 } link
        && offer.Constant("link") is { Length: > 0 } page
        && !string.Equals(link, page, StringComparison.Ordinal);

    private static bool IsSame(JourneyActivity one, JourneyActivity other, string what) =>
        string.Equals(Written(one, what), Written(other, what), StringComparison.Ordinal);

    private static string Written(JourneyActivity offer, string what) =>
        offer.Written(what)?.Trim() is { Length: > 0 } written
            ? decimal.TryParse(written, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? number.ToString("0.########", CultureInfo.InvariantCulture)
                : written
            : what is "raises"
                ? OfferTypes.RaisedBy(offer.Literal("offerType")?.Trim()) ?? OfferTypes.Amount
                : "";

    private static Diagnostic Found(string message, string remedy, JourneyActivity block, string source = "S2-53") =>
        new(PlayCodes.OneOffer, message, block.Id, Remedy: remedy) { Source = source };
}
