namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>What ties a customer to us. The numbers are stored: append, never renumber.</summary>
public enum TieKind : short
{
    /// <summary>The customer is a friend of a member of staff.</summary>
    Friend = 1,

    /// <summary>The customer is a member of a group.</summary>
    Member = 2,
}
