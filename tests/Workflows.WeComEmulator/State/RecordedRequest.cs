namespace Workflows.WeComEmulator.State;

/// <summary>Something that somebody asked of the company, as the state file keeps it.</summary>
/// <param name="At">When, by the company's clock.</param>
/// <param name="Method">The verb.</param>
/// <param name="Path">The address with its query.</param>
/// <param name="Type">What the body is.</param>
/// <param name="Authorization">Who asked, where the address wants to know.</param>
/// <param name="Body">The body.</param>
internal sealed record RecordedRequest(
    DateTimeOffset At,
    string Method,
    string Path,
    string? Type,
    string? Authorization,
    byte[] Body
);
