namespace Workflows.Marketing.Channels.WeCom.Intents;

/// <summary>What a task sends. The numbers are stored: append, never renumber.</summary>
public enum SendIntentKind : short
{
    /// <summary>A mass message to customers.</summary>
    Customers = 1,

    /// <summary>A mass message to customer groups.</summary>
    Groups = 2,

    /// <summary>A customer Moment.</summary>
    Moment = 3,
}
