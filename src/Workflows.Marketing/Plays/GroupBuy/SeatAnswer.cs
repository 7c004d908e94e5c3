namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>What somebody who wants a seat is told.</summary>
public enum SeatAnswer
{
    /// <summary>The seat is theirs.</summary>
    Taken = 1,

    /// <summary>The same request took it before; nothing changed.</summary>
    Known = 2,

    /// <summary>There is no such team or campaign.</summary>
    Unknown = 3,

    /// <summary>Every place is taken.</summary>
    Full = 4,

    /// <summary>The team is closed, or its time is over.</summary>
    Over = 5,

    /// <summary>The customer has a seat in this team.</summary>
    AlreadyIn = 6,

    /// <summary>What was paid is not what the seat costs.</summary>
    WrongPrice = 7,

    /// <summary>The key, or the order, took a seat for somebody else.</summary>
    KeyTaken = 8,
}
