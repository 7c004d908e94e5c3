namespace Workflows.Marketing.Launches;

/// <summary>What became of one message of a journey, in all who posted it.</summary>
/// <param name="Template">The message's name.</param>
/// <param name="Posts">How often it was emitted.</param>
/// <param name="Sent">How often it was sent.</param>
/// <param name="Clicks">How often its links were clicked.</param>
/// <param name="Reactions">How many likes and comments it has.</param>
/// <param name="Orders">How many orders count for it.</param>
/// <param name="Amount">What was paid for them and kept, in currency units.</param>
/// <param name="Likes">How many of the reactions are likes.</param>
/// <param name="Comments">How many of them are comments.</param>
public sealed record PostFigures(
    string Template,
    int Posts,
    int Sent,
    int Clicks = 0,
    int Reactions = 0,
    int Orders = 0,
    decimal Amount = 0m,
    int Likes = 0,
    int Comments = 0
);
