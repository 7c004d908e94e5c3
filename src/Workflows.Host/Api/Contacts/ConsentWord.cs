namespace Workflows.Host.Api.Contacts;

/// <summary>A word on consent, as the API takes it.</summary>
/// <param name="IsGranted">Whether the contact agrees; false withdraws.</param>
/// <param name="Channel">The channel it is about; all unless given.</param>
/// <param name="Purpose">marketing or service; all unless given.</param>
/// <param name="Source">Where it was said, for example form, chat, call: the proof needs it.</param>
/// <param name="TextVersion">The version of the text the contact was shown; agreeing needs it.</param>
/// <param name="Staff">The member of the staff who took it down.</param>
/// <param name="At">When it was said; now unless given.</param>
/// <param name="Id">What tells the word apart; the same id twice is one word.</param>
internal sealed record ConsentWord(
    bool? IsGranted,
    string? Channel,
    string? Purpose,
    string? Source,
    string? TextVersion,
    string? Staff,
    DateTimeOffset? At,
    string? Id
)
{
    private const int Longest = 64;

    /// <summary>Why it is no word that proves anything, or null.</summary>
    public string? Mistake =>
        IsGranted is null ? "'isGranted' says whether the contact agrees: true or false."
        : string.IsNullOrWhiteSpace(Source) ? "'source' says where the contact said so, for example form or chat."
        : IsGranted.Value && string.IsNullOrWhiteSpace(TextVersion)
            ? "'textVersion' says which text the contact agreed to."
        : new[] { Channel, Purpose, Source, TextVersion, Staff, Id }.Any(text => text?.Length > Longest)
            ? $"A text has at most {Longest} characters."
        : null;
}
