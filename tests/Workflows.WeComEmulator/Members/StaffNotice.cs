namespace Workflows.WeComEmulator.Members;

/// <summary>A line on the staff phone that is not a message to a customer: a reminder, a message of an app.</summary>
internal sealed record StaffNotice(DateTimeOffset At, string Kind, string Text);
