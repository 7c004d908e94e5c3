namespace Workflows.WeComEmulator.Mail;

/// <summary>An e-mail that arrived.</summary>
/// <param name="Number">The how manieth it was, from 1.</param>
/// <param name="At">When, by the company's clock.</param>
/// <param name="From">Who the envelope says it is from.</param>
/// <param name="To">Whom the envelope names.</param>
/// <param name="Headers">Its headers, decoded; one of each name.</param>
/// <param name="Text">Its text, decoded.</param>
public sealed record Letter(
    int Number,
    DateTimeOffset At,
    string From,
    IReadOnlyList<string> To,
    IReadOnlyDictionary<string, string> Headers,
    string Text
);
