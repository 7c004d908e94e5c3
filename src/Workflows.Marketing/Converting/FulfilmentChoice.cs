using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Places;
using Workflows.Marketing.Places.Stores;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Converting;

/// <summary>
/// Chooses where an online order is fetched or delivered from (S0-35): a rule set decides by what the store says of itself, by stock and by distance.
/// Contacts whose store has no way leave by NoMethod, with the reason.
/// </summary>
[Activity(
    "Marketing",
    "Convert",
    "Chooses pickup or delivery by what the store offers, stock and distance; who has no way leaves with the reason.",
    DisplayName = "Fulfilment choice",
    Icon = "store"
)]
[FlowNode(Pickup, Delivery, NoMethod)]
public sealed class FulfilmentChoice : CodeActivity
{
    internal const string NoMethod = "NoMethod";
    private const string Pickup = "Pickup";
    private const string Delivery = "Delivery";
    private const int MostStores = 8;

    /// <summary>The store; the nearest one that has a way unless given.</summary>
    [Input(Description = "The store's id. Empty: the nearest one with a way.", DefaultSyntax = "Liquid", Order = 1)]
    public Input<string?>? Store { get; set; }

    /// <summary>Degrees north; what the contact said unless given.</summary>
    [Input(Description = "Where the contact is, in degrees. Empty: where it said it is.", Order = 2)]
    public Input<object?>? Latitude { get; set; }

    /// <summary>Degrees east; what the contact said unless given.</summary>
    [Input(Description = "Where the contact is, in degrees. Empty: where it said it is.", Order = 3)]
    public Input<object?>? Longitude { get; set; }

    /// <summary>How far stores are looked for, in metres.</summary>
    [Input(Description = "How far a store may be, in metres.", DefaultValue = 10000, Order = 4)]
    public Input<double> Radius { get; set; } = new(10_000);

    /// <summary>Whether the goods are there.</summary>
    [Input(DisplayName = "In stock", Description = "Whether the goods are there.", DefaultValue = true, Order = 5)]
    public Input<bool> InStock { get; set; } = new(true);

    /// <summary>The rule set that decides.</summary>
    [Input(
        DisplayName = "Rule set",
        Description = "Which published rule set decides.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(RuleSetOptions),
        DefaultValue = "fulfilment-choice",
        Order = 6
    )]
    public Input<string> RuleSet { get; set; } = new("fulfilment-choice");

    /// <summary>The store that was chosen.</summary>
    [Output(
        DisplayName = "Chosen store",
        Description = "The id of the store that was chosen; empty where none has a way."
    )]
    public Output<string>? ChosenStore { get; set; }

    /// <summary>How far it is.</summary>
    [Output(Description = "How far the store is, in metres.")]
    public Output<double?>? Distance { get; set; }

    /// <summary>Why there is no way.</summary>
    [Output(Description = "Why there is no way, for example no method, too far or out of stock.")]
    public Output<string>? Reason { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var map = await context.GetRequiredService<ContactPlacement>().MapAsync(context.CancellationToken);
        var reason = "no store";
        foreach (var near in Near(context, map))
        {
            (var port, var why) = await JudgeAsync(context, near);
            if (port is not NoMethod)
            {
                context.JournalData["store"] = near.Store.Id;
                context.Set(ChosenStore, near.Store.Id);
                context.Set(Distance, near.Distance);
                await context.CompleteActivityWithOutcomesAsync(port);
                return;
            }

            // The nearest one's reason is what people ask about.
            reason = reason is "no store" ? why : reason;
        }

        context.JournalData["reason"] = reason;
        context.Set(ChosenStore, "");
        context.Set(Reason, reason);
        await context.CompleteActivityWithOutcomesAsync(NoMethod);
    }

    private async ValueTask<(string Port, string Reason)> JudgeAsync(ActivityExecutionContext context, StoreNearby near)
    {
        if (near.Store.Fulfilment is not { } says)
        {
            return (NoMethod, "not said");
        }

        var decision = await context.AskAsync(
            RuleSet.Get(context) ?? "",
            new
            {
                store = new
                {
                    pickup = says.Pickup,
                    delivery = says.Delivery,
                    inStock = context.Get(InStock),
                    distance = near.Distance,
                    reach = says.DeliveryRadius ?? 0,
                },
            }
        );
        return decision.SuccessEvent switch
        {
            "pickup" => (Pickup, ""),
            "delivery" => (Delivery, ""),
            _ => (NoMethod, decision.Output?.ToString() ?? "no method"),
        };
    }

    private IEnumerable<StoreNearby> Near(ActivityExecutionContext context, StoreMap map)
    {
        var contact = context.Contact();
        var position = GeoPoint.Read(
            context.Get(Latitude) ?? contact.Attribute(LocationFacts.Latitude),
            context.Get(Longitude) ?? contact.Attribute(LocationFacts.Longitude)
        );
        if (context.Get(Store)?.Trim() is not { Length: > 0 } id)
        {
            return position is { } here ? map.Around(here, Math.Max(0, context.Get(Radius))).Take(MostStores) : [];
        }

        // Whose position is not known stands in the store that is named.
        return map.Find(id) is { IsActive: true } store
            ? [new StoreNearby(store, position is { } at && store.Position is { } there ? at.DistanceTo(there) : 0)]
            : [];
    }
}
