namespace Workflows.Marketing.Ledger;

/// <summary>Moves that belong together: all of them are in the ledger or none, and once for ever. Corrections are moves back.</summary>
public sealed record LedgerTransaction
{
    /// <summary>The longest <see cref="Key"/>.</summary>
    public const int LongestKey = 256;

    /// <summary>The longest <see cref="Kind"/>.</summary>
    public const int LongestKind = 64;

    /// <summary>The longest <see cref="Reference"/>.</summary>
    public const int LongestReference = 128;

    /// <summary>Puts moves together.</summary>
    /// <param name="key">The transaction's name for ever; the database refuses the second one. 1 to 256 characters.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="kind">What happened, for example <c>groupbuy.joined</c>; 1 to 64 characters.</param>
    /// <param name="reference">What it belongs to, for example a team or an order; 1 to 128 characters.</param>
    /// <param name="moves">At least one move.</param>
    /// <exception cref="ArgumentException">There are no moves, or a text is empty or too long.</exception>
    public LedgerTransaction(
        string key,
        DateTimeOffset at,
        string kind,
        string reference,
        IReadOnlyList<LedgerMove> moves
    )
    {
        ArgumentNullException.ThrowIfNull(moves);
        LedgerText.Check(key, LongestKey, nameof(key));
        LedgerText.Check(kind, LongestKind, nameof(kind));
        LedgerText.Check(reference, LongestReference, nameof(reference));
        if (moves.Count == 0)
        {
            throw new ArgumentException("A transaction moves something.", nameof(moves));
        }

        (Key, At, Kind, Reference, Moves) = (key, at, kind, reference, moves);
    }

    /// <summary>The transaction's name for ever.</summary>
    public string Key { get; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; }

    /// <summary>What happened.</summary>
    public string Kind { get; }

    /// <summary>What it belongs to.</summary>
    public string Reference { get; }

    /// <summary>The moves, in order.</summary>
    public IReadOnlyList<LedgerMove> Moves { get; }

    /// <summary>The two sides of every move; they sum to zero.</summary>
    public IEnumerable<LedgerEntry> Entries =>
        Moves.SelectMany(
            (move, index) =>
                new[]
                {
                    new LedgerEntry(2 * index, move.From, -move.Amount),
                    new LedgerEntry((2 * index) + 1, move.To, move.Amount),
                }
        );

    /// <summary>Whether another transaction says the same, at whatever time it says so.</summary>
    public bool SaysTheSame(LedgerTransaction other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(Key, other.Key, StringComparison.Ordinal)
            && string.Equals(Kind, other.Kind, StringComparison.Ordinal)
            && string.Equals(Reference, other.Reference, StringComparison.Ordinal)
            && Moves.SequenceEqual(other.Moves);
    }
}
