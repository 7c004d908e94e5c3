namespace Workflows.Marketing.Ledger;

/// <summary>What became of a transaction that was posted.</summary>
public enum LedgerPosting
{
    /// <summary>It is in the ledger now.</summary>
    Posted = 1,

    /// <summary>It was there before and says the same; nothing changed.</summary>
    Known = 2,

    /// <summary>Its key is taken by a transaction that says something else; nothing changed.</summary>
    Conflict = 3,
}
