namespace Workflows.Marketing.Channels.WeCom.Wire;

/// <summary>Whose groups; at most 100 members.</summary>
internal sealed record OwnerFilter(IReadOnlyList<string> UseridList);
