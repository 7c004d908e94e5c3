namespace Workflows.Host.Api;

/// <summary>A document's name (or id) and the version that is published now.</summary>
internal sealed record PublishedVersion(string Name, int Version);
