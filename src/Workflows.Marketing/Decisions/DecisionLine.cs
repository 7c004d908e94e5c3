namespace Workflows.Marketing.Decisions;

/// <summary>What somebody decided for the whole company; lines are added and never changed: they are its audit log.</summary>
/// <param name="Book">What is decided, for example <c>growth-stage</c>; at most 64 characters.</param>
/// <param name="Number">From 1; a book has no two lines of one number.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Act">What was done, for example <c>off</c> or <c>pass</c>; at most 32 characters.</param>
/// <param name="Value">What holds from then on, for example <c>1-10</c>; at most 64 characters.</param>
public sealed record DecisionLine(string Book, int Number, DateTimeOffset At, string By, string Act, string Value)
{
    /// <summary>Why, or what is missing; null where there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>Who answers for it where the rules did not allow it; null where they did.</summary>
    public string? Sponsor { get; init; }

    /// <summary>The figures that were judged, as JSON; null where there were none.</summary>
    public string? Figures { get; init; }
}
