namespace Workflows.Marketing.Ledger;

/// <summary>One account of the ledger: what kind of money, and whose.</summary>
public sealed record LedgerAccount
{
    /// <summary>The longest <see cref="Book"/>.</summary>
    public const int LongestBook = 64;

    /// <summary>The longest <see cref="Owner"/>.</summary>
    public const int LongestOwner = 128;

    /// <summary>Names an account.</summary>
    /// <param name="book">What kind of money lies there, for example <c>groupbuy.held</c>; 1 to 64 characters.</param>
    /// <param name="owner">Whose or what for, for example a team or a contact; 1 to 128 characters.</param>
    /// <exception cref="ArgumentException">One of the two is empty or too long.</exception>
    public LedgerAccount(string book, string owner)
    {
        LedgerText.Check(book, LongestBook, nameof(book));
        LedgerText.Check(owner, LongestOwner, nameof(owner));
        (Book, Owner) = (book, owner);
    }

    /// <summary>What kind of money lies there.</summary>
    public string Book { get; }

    /// <summary>Whose it is, or what for.</summary>
    public string Owner { get; }

    /// <summary><c>book/owner</c>.</summary>
    public override string ToString() => $"{Book}/{Owner}";
}
