namespace Workflows.Marketing.Contacts;

/// <summary>What became of one accepted event.</summary>
/// <param name="ContactId">The contact the event belongs to.</param>
/// <param name="IsDuplicate">Whether the event was known before; it then changed nothing.</param>
public sealed record ContactEventReceipt(Guid ContactId, bool IsDuplicate);
