namespace Workflows.Marketing.Places.Groups;

/// <summary>A group and how many of its places are free.</summary>
/// <param name="Group">The group.</param>
/// <param name="Free">Capacity without members and places that are held; not below 0.</param>
public sealed record GroupVacancy(CustomerGroup Group, int Free);
