namespace Workflows.Marketing.Channels.WeCom.Tags;

/// <summary>A tag of the company (企业标签).</summary>
/// <param name="Id">WeCom's id of it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Order">Where it stands in its group: greater ones first.</param>
public sealed record CorpTag(string Id, string Name, int Order);
