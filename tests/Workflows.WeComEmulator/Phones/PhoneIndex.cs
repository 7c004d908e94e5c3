namespace Workflows.WeComEmulator.Phones;

/// <summary>All phones and posters.</summary>
internal sealed record PhoneIndex(
    string Company,
    string CorpId,
    DateTimeOffset Now,
    string? Callback,
    int Violations,
    int Mails,
    IReadOnlyList<PhoneEntry> Customers,
    IReadOnlyList<PhoneEntry> Staff,
    IReadOnlyList<Poster> Posters
);
