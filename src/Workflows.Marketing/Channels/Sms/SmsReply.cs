namespace Workflows.Marketing.Channels.Sms;

/// <summary>A customer's answer, as the gateway passes it on.</summary>
/// <param name="Id">The gateway's name of the answer; the same name twice is the same answer.</param>
/// <param name="Phone">Who answered.</param>
/// <param name="Text">What the customer wrote.</param>
/// <param name="At">When.</param>
public sealed record SmsReply(string Id, string Phone, string Text, DateTimeOffset At);
