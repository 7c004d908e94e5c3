namespace Workflows.Host.Locating;

/// <summary>A question as a mini-program gets it.</summary>
/// <param name="Zh">What the customer has to read first, in Chinese.</param>
/// <param name="En">The same in English.</param>
/// <param name="TextVersion">The version of these words; the answer names it.</param>
/// <param name="EndsAt">Until when it can be answered.</param>
internal sealed record LocationQuestionBody(string Zh, string En, string TextVersion, DateTimeOffset? EndsAt);
