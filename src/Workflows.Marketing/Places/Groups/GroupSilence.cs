namespace Workflows.Marketing.Places.Groups;

/// <summary>A customer group, and since when nobody of the staff has said anything in it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Since">Since when.</param>
public sealed record GroupSilence(CustomerGroup Group, DateTimeOffset Since);
