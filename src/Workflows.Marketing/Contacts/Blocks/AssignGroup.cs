using Workflows.Marketing.Journeys;
using Workflows.Marketing.Places;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Routing;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Contacts;

/// <summary>Finds a customer group for the contact by position, store or features, and holds a place in it (S0-26…28, S0-33).</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Finds the group of the nearest open store, of the scanned code's store, or one that fits the contact, and holds a place in it.",
    DisplayName = "Assign group",
    Icon = "group"
)]
[FlowNode("Found", "Moves", "Full", "NoGroup")]
public sealed class AssignGroup : CodeActivity
{
    /// <summary>Degrees north; empty where the position was refused.</summary>
    [Input(Description = "Where the contact is, in degrees. Empty when the position was refused.")]
    public Input<object?>? Latitude { get; set; }

    /// <summary>Degrees east; empty where the position was refused.</summary>
    [Input(Description = "Where the contact is, in degrees. Empty when the position was refused.")]
    public Input<object?>? Longitude { get; set; }

    /// <summary>The store whose code was scanned; empty for none.</summary>
    [Input(Description = "The store whose code was scanned: its group is taken without a position. Empty: none.")]
    public Input<string?>? Store { get; set; }

    /// <summary>Whom the group is for; empty for groups for everybody.</summary>
    [Input(Description = "Whom the group is for, for example baby-0-6. Empty: groups for everybody.")]
    public Input<string?>? Persona { get; set; }

    /// <summary>What the group is for.</summary>
    [Input(
        DisplayName = "Group purpose",
        Description = "What the group is for.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "Community", "Drainage", "GroupBuy", "Flash", "Service" },
        DefaultValue = "Community"
    )]
    public Input<string> Purpose { get; set; } = new("Community");

    /// <summary>How far a store may be, in metres.</summary>
    [Input(Description = "How far a store may be, in metres.", DefaultValue = 5000)]
    public Input<double> Radius { get; set; } = new(5_000);

    /// <summary>The group that takes whoever fits nowhere else; empty for none.</summary>
    [Input(DisplayName = "Default group", Description = "The group that takes whoever fits nowhere else. Empty: none.")]
    public Input<string?>? DefaultGroup { get; set; }

    /// <summary>The group that was found.</summary>
    [Output(Description = "The chat id of the group that was found.")]
    public Output<string>? Group { get; set; }

    /// <summary>The address of the code that leads into the group; empty where no way leads there.</summary>
    [Output(
        DisplayName = "Join link",
        Description = "The address of the code that leads into the group, for the text of the invitation. Empty where no QR code of the kind Group leads there."
    )]
    public Output<string>? JoinLink { get; set; }

    /// <summary>The store of the group, or the one that needs one more; empty for none.</summary>
    [Output(
        DisplayName = "Store found",
        Description = "The name of the group's store; where all groups are full, of the store that needs one more. Empty: no store."
    )]
    public Output<string>? StoreFound { get; set; }

    /// <summary>The group of the same family that the contact has to leave.</summary>
    [Output(Description = "The group of the same family that the contact has to leave.")]
    public Output<string>? Leaves { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var route = await context
            .GetRequiredService<ContactPlacement>()
            .RouteAsync(Wish(context, contact), context.CancellationToken);
        context.JournalData["reason"] = route.Reason.ToString();
        if (route is not GroupRoute.Found found)
        {
            var store = (route as GroupRoute.None)?.Store;
            context.JournalData["store"] = store?.Id;
            context.Set(StoreFound, store?.Name ?? "");
            var outcome = route.Reason == RouteReason.AllFull ? "Full" : "NoGroup";
            await context.CompleteActivityWithOutcomesAsync(outcome);
            return;
        }

        context.JournalData["store"] = found.Store?.Id;
        context.JournalData["distance"] = found.Distance;
        context.EmitChange(contact, HistoryKind.Group, found.LeavesGroupId, found.Group.Id);
        context.Set(Group, found.Group.Id);
        context.Set(StoreFound, found.Store?.Name ?? "");
        if (context.Captures(JoinLink))
        {
            var link = await context
                .GetRequiredService<ContactPlacement>()
                .JoinLinkAsync(found.Group.Id, context.CancellationToken);
            context.JournalData["joinLink"] = link;
            context.Set(JoinLink, link ?? "");
        }

        context.Set(Leaves, found.LeavesGroupId);
        await context.CompleteActivityWithOutcomesAsync(found.LeavesGroupId is null ? "Found" : "Moves");
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private GroupWish Wish(ActivityExecutionContext context, Contact contact)
    {
        return new GroupWish(context.EffectKey("group"), contact.Id, context.Now)
        {
            // What cannot be a position is as good as none: the customer is led by the store's code.
            Position = GeoPoint.Read(context.Get(Latitude), context.Get(Longitude)),
            CodeStoreId = NullIfEmpty(context.Get(Store)),
            Persona = NullIfEmpty(context.Get(Persona)),
            Purpose = Enum.TryParse<GroupPurpose>(Purpose.Get(context), ignoreCase: true, out var purpose)
                ? purpose
                : throw new FaultException("UnknownPurpose", "The purpose of a group is not one that there is."),
            Radius = Math.Max(0, context.Get(Radius)),
            DefaultGroupId = NullIfEmpty(context.Get(DefaultGroup)),
        };
    }
}
