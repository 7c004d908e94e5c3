namespace Workflows.WeComEmulator.Log;

/// <summary>A message as it really arrived: the proof of what somebody received.</summary>
/// <param name="Number">Counts up; also the order of arrival.</param>
/// <param name="Carrier">One of <see cref="Carriers"/>.</param>
/// <param name="To">A customer's external_userid, a group's chat_id, a member's userid, an openid, a phone number or an address.</param>
/// <param name="From">The member that sent it, or the app.</param>
/// <param name="Api">The address that caused it, such as <c>add_msg_template</c>.</param>
/// <param name="Reference">The task's or post's id at the platform.</param>
public sealed record LoggedMessage(
    long Number,
    DateTimeOffset At,
    string Carrier,
    string To,
    string? From,
    string? Text,
    IReadOnlyList<LoggedAttachment> Attachments,
    string Api,
    string Reference
);
