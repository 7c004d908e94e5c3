using Workflows.Marketing.Content;

namespace Workflows.Marketing.Journeys.Checks;

/// <summary>What a block does to a contact, as good practice sees it.</summary>
internal static class PlayBlocks
{
    public const string AssignPool = "Marketing.AssignPool";

    private const string AssignGroup = "Marketing.AssignGroup";
    private const string GroupBuyCampaign = "Marketing.GroupBuyCampaign";
    private const string FissionTask = "Marketing.FissionTask";
    private const string StaffTask = "Marketing.StaffTask";
    private const string PushToSidebar = "Marketing.PushToSidebar";
    private const string InviteBySms = "Marketing.InviteBySms";
    private const string PutInPackage = "Marketing.PutInPackage";

    private static readonly HashSet<string> Entries = new(StringComparer.Ordinal)
    {
        "Marketing.QrScanned",
        "Marketing.AdLead",
        "Marketing.MediaLead",
        "Marketing.PackageCardScanned",
        "Marketing.GroupJoined",
        "Marketing.FissionInvited",
    };

    private static readonly HashSet<string> Decisions = new(StringComparer.Ordinal)
    {
        JourneyTypes.EvaluateRules,
        "Elsa.FlowDecision",
        "Elsa.FlowSwitch",
        "Elsa.If",
        "Elsa.Switch",
    };

    private const string WaitForOrder = "Marketing.WaitForOrder";

    private static readonly HashSet<string> Hearing = new(StringComparer.Ordinal)
    {
        "Marketing.CheckInTask",
        "Marketing.CourseTask",
        "Marketing.FissionTask",
        "Marketing.GetLocation",
        InviteBySms,
        "Marketing.SendToPublicPlatform",
        "Marketing.ShareCustomer",
        "Marketing.Survey",
    };

    private static readonly HashSet<string> InternalTypes = new(StringComparer.Ordinal)
    {
        StaffTask,
        PutInPackage,
        "Marketing.ShareCustomer",
    };

    /// <summary>Whether contacts who come in here are newly won.</summary>
    public static bool Acquires(JourneyActivity block) => Entries.Contains(block.Type);

    /// <summary>Whether it wins people who are nobody's contact yet, by a way in that it hands them.</summary>
    public static bool Invites(JourneyActivity block) => block.Is(InviteBySms) || block.Is(PutInPackage);

    /// <summary>Whether it sells.</summary>
    public static bool Offers(JourneyActivity block) => block.Sends && SaidKind.Sells(block.Kind);

    /// <summary>Whether it builds trust: something to know, the persona, or a person.</summary>
    public static bool BuildsTrust(JourneyActivity block) =>
        (block.Sends && block.Kind is "knowledge" or "persona") || (block.Is(StaffTask) && !Offers(block));

    /// <summary>Whether a person sells, in a chat.</summary>
    public static bool SellsInPerson(JourneyActivity block) =>
        (block.Is(PushToSidebar) || block.Is(StaffTask)) && Offers(block);

    /// <summary>Whether it may lead to a purchase.</summary>
    public static bool Converts(JourneyActivity block) =>
        Offers(block)
        || block.Is(GroupBuyCampaign)
        || (block.Sends && (LeadsAway(block) || block.Kind is "sop"))
        || AwaitsOrder(block);

    /// <summary>Whether it waits for an order.</summary>
    public static bool AwaitsOrder(JourneyActivity block) =>
        block.Is(WaitForOrder)
        || (
            block.Is(JourneyTypes.WaitForContactEvent)
            && block.Literal("eventType") is { } awaited
            && awaited.StartsWith("order.", StringComparison.Ordinal)
        );

    /// <summary>Whether customers can buy by its page: it tells them nothing to know, and leads somewhere.</summary>
    public static bool SellsByPage(JourneyActivity block) =>
        block.Is(GroupBuyCampaign)
        || (
            ReachesCustomers(block)
            && LeadsAway(block)
            && !Offers(block)
            && block.Kind is not ("knowledge" or "persona" or "expert")
        );

    /// <summary>Whether it says which goods it is about.</summary>
    public static bool NamesGoods(JourneyActivity block) => block.IsGiven("product") || block.Item?.Product is not null;

    /// <summary>Whether it puts contacts into a group that ends.</summary>
    public static bool AssignsForOnce(JourneyActivity block) =>
        block.Is(AssignGroup) && block.Literal("purpose") is "Drainage" or "GroupBuy" or "Flash";

    /// <summary>Whether contacts stay where it puts them.</summary>
    public static bool Settles(JourneyActivity block) =>
        block.Is(AssignPool) || (block.Is(AssignGroup) && !AssignsForOnce(block));

    /// <summary>Whether its offer costs money.</summary>
    public static bool Subsidises(JourneyActivity block) =>
        block.Sends
        && block.Literal("subsidy") is { } subsidy
        && decimal.TryParse(subsidy, System.Globalization.CultureInfo.InvariantCulture, out var amount)
        && amount > 0;

    /// <summary>Whether it hears what the contact does.</summary>
    public static bool Listens(JourneyActivity block) =>
        block.Is(JourneyTypes.WaitForContactEvent)
        || Hearing.Contains(block.Type)
        || block.Is(FissionTask)
        || (!block.Starts && block.Type.StartsWith("Marketing.Wait", StringComparison.Ordinal));

    /// <summary>Whether the customer has to do something at it.</summary>
    public static bool AsksAnAction(JourneyActivity block) => Acquires(block) || Listens(block);

    /// <summary>Whether it tells contacts apart.</summary>
    public static bool Distinguishes(JourneyActivity block) => Decisions.Contains(block.Type) || Listens(block);

    /// <summary>Whether customers themselves see what it says.</summary>
    public static bool ReachesCustomers(JourneyActivity block) => block.Speaks && !InternalTypes.Contains(block.Type);

    private static bool LeadsAway(JourneyActivity block) =>
        block.IsGiven("linkUrl")
        || block.IsGiven("miniProgram")
        || block.Item is { Url: not null } or { MiniProgram: not null };
}
