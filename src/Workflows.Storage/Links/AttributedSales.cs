namespace Workflows.Storage.Links;

/// <summary>The orders that count for one content, journey, member of the staff or group.</summary>
/// <param name="Name">Whose they are; empty where links have no such thing.</param>
/// <param name="Orders">How many orders.</param>
/// <param name="ByClick">How many of them because their customer clicked; the others because the link was said to the customer.</param>
/// <param name="Amount">What was paid and kept, in currency units.</param>
public sealed record AttributedSales(string Name, int Orders, int ByClick, decimal Amount);
