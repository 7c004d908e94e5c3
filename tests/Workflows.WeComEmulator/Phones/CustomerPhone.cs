namespace Workflows.WeComEmulator.Phones;

/// <summary>A customer's phone.</summary>
internal sealed record CustomerPhone(
    string Id,
    string Name,
    string? Mobile,
    string Company,
    DateTimeOffset Now,
    IReadOnlyList<PhoneChat> Chats,
    IReadOnlyList<PhonePost> Moments,
    IReadOnlyList<string> Requests,
    string? TransferTo,
    IReadOnlyList<Poster> Posters
);
