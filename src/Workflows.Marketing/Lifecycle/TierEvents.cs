namespace Workflows.Marketing.Lifecycle;

/// <summary>What is told and kept of the lifecycle tiers of contacts (S2-14).</summary>
public static class TierEvents
{
    /// <summary>
    /// The contact came into another tier; data: <c>from</c> (empty for the first one), <c>to</c>, <c>ruleSet</c> and <c>ruleVersion</c>, the
    /// version that said so.
    /// </summary>
    public const string Changed = "contact.tier-changed";

    /// <summary>The source of these events.</summary>
    public const string Source = "lifecycle";

    /// <summary>The attribute that keeps the tier a contact is in.</summary>
    public const string Attribute = "lifecycleTier";
}
