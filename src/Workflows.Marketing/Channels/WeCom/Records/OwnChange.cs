namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>
/// Something that we changed, or are about to change, in WeCom's records. Written down before WeCom is asked, so that what the comparison
/// finds later is known to be our own doing, even by a process that knows nothing else of it.
/// </summary>
/// <param name="Kind">What.</param>
/// <param name="Staff">The member of staff whose record it is.</param>
/// <param name="Customer">The external_userid, or the chat id of a group.</param>
/// <param name="Value">What it is now, by kind; at most 128 characters.</param>
/// <param name="At">When.</param>
public sealed record OwnChange(OwnChangeKind Kind, string Staff, string Customer, string Value, DateTimeOffset At);
