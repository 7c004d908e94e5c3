namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>What is known of a new friend before anybody has spoken.</summary>
/// <param name="Customer">The external_userid.</param>
/// <param name="Staff">The member of staff who was added.</param>
/// <param name="StaffName">Their name, or null where the staff register does not have them.</param>
/// <param name="Store">The store they work in, or null.</param>
/// <param name="State">The <c>state</c> of the QR code or link, or null.</param>
internal sealed record Newcomer(string Customer, string Staff, string? StaffName, string? Store, string? State);
