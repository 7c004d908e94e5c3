namespace Workflows.WeComEmulator.Customers;

/// <summary>What a customer scans, adds, says or opens; each act uses the fields it needs.</summary>
/// <param name="Qr">The QR code's address or config id.</param>
/// <param name="Member">The userid of a member.</param>
/// <param name="ChatId">A group.</param>
/// <param name="Text">What is said.</param>
/// <param name="State">The channel of a way or link.</param>
/// <param name="Url">The link that is opened.</param>
/// <param name="Open">Whether the emulator itself fetches the link.</param>
public sealed record CustomerAct(
    string? Qr = null,
    string? Member = null,
    string? ChatId = null,
    string? Text = null,
    string? State = null,
    string? Url = null,
    string? MomentId = null,
    string? Template = null,
    string? OpenKf = null,
    int JoinScene = 1,
    bool Open = true
);
