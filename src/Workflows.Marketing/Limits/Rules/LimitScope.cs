namespace Workflows.Marketing.Limits.Rules;

/// <summary>Whose messages a limit counts together.</summary>
public enum LimitScope
{
    /// <summary>Nothing is counted: the message and the moment alone decide, as with quiet hours.</summary>
    None,

    /// <summary>The customer who receives it.</summary>
    Contact,

    /// <summary>The customer group it is posted in.</summary>
    Group,

    /// <summary>The member who receives it or whose Moments it is; otherwise the member who sends it.</summary>
    Staff,

    /// <summary>The account that sends, as such: a bot.</summary>
    Bot,

    /// <summary>The store it is sent for.</summary>
    Store,

    /// <summary>The product it is about and who receives it, a contact or a group.</summary>
    Product,

    /// <summary>The task at the platform it belongs to.</summary>
    Task,

    /// <summary>The journey that sends it, whatever the version.</summary>
    Journey,

    /// <summary>Everybody of the tenant.</summary>
    Tenant,
}
