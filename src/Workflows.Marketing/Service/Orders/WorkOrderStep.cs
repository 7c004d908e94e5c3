namespace Workflows.Marketing.Service.Orders;

/// <summary>What happened to a work order. The numbers are stored: append, never renumber.</summary>
public enum WorkOrderStep : short
{
    /// <summary>It was opened.</summary>
    Opened = 1,

    /// <summary>The customer said something.</summary>
    Asked = 2,

    /// <summary>The staff said something.</summary>
    Answered = 3,

    /// <summary>It was closed and goes on.</summary>
    Reopened = 4,

    /// <summary>It was closed; the note says how.</summary>
    Closed = 5,

    /// <summary>The customer was asked for a rating.</summary>
    RatingAsked = 6,

    /// <summary>The customer rated it; the note is the rating.</summary>
    Rated = 7,

    /// <summary>Another one became part of it, or it became part of another one; the note is the other's id.</summary>
    Merged = 8,

    /// <summary>Some of it became another one, or it was some of another one; the note is the other's id.</summary>
    Split = 9,
}
