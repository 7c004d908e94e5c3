namespace Workflows.Marketing.Channels.WeCom.Tags;

/// <summary>A group of the company's tags.</summary>
/// <param name="Id">WeCom's id of it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Order">Where it stands: greater ones first.</param>
/// <param name="Tags">Its tags; there is no group without any.</param>
public sealed record CorpTagGroup(string Id, string Name, int Order, IReadOnlyList<CorpTag> Tags);
