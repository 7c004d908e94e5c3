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

    private static readonly HashSet<string> Entries = new(StringComparer.Ordinal)
    {
        "Marketing.QrScanned",
        "Marketing.AdLead",
        "Marketing.MediaLead",
        "Marketing.PackageCardScanned",
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
        "Marketing.InviteBySms",
        "Marketing.SendToPublicPlatform",
        "Marketing.ShareCustomer",
        "Marketing.Survey",
    };

    private static readonly HashSet<string> InternalTypes = new(StringComparer.Ordinal)
    {
        StaffTask,
        "Marketing.PutInPackage",
        "Marketing.ShareCustomer",
    };

    /// <summary>Whether contacts who come in here are newly won.</summary>
    public static bool Acquires(JourneyActivity block) => Entries.Contains(block.Type);

    /// <summary>Whether it sells.</summary>
    public static bool Offers(JourneyActivity block) => block.Sends && block.Literal("kind") is "offer" or "sales";

    /// <summary>Whether it builds trust: something to know, the persona, or a person.</summary>
    public static bool BuildsTrust(JourneyActivity block) =>
        (block.Sends && block.Literal("kind") is "knowledge" or "persona") || (block.Is(StaffTask) && !Offers(block));

    /// <summary>Whether a person sells, in a chat.</summary>
    public static bool SellsInPerson(JourneyActivity block) =>
        (block.Is(PushToSidebar) || block.Is(StaffTask)) && Offers(block);

    /// <summary>Whether it may lead to a purchase.</summary>
    public static bool Converts(JourneyActivity block) =>
        Offers(block)
        || block.Is(GroupBuyCampaign)
        || (block.Sends && (block.IsGiven("linkUrl") || block.IsGiven("miniProgram") || block.Literal("kind") is "sop"))
        || AwaitsOrder(block);

    /// <summary>Whether it waits for an order.</summary>
    public static bool AwaitsOrder(JourneyActivity block) =>
        block.Is(WaitForOrder)
        || (
            block.Is(JourneyTypes.WaitForContactEvent)
            && block.Literal("eventType") is { } awaited
            && awaited.StartsWith("order.", StringComparison.Ordinal)
        );

    /// <summary>Whether it puts contacts into a group that ends.</summary>
    public static bool AssignsForOnce(JourneyActivity block) =>
        block.Is(AssignGroup) && block.Literal("purpose") is "Drainage" or "GroupBuy";

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
    public static bool ReachesCustomers(JourneyActivity block) => block.Sends && !InternalTypes.Contains(block.Type);
}
