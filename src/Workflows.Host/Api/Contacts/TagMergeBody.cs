namespace Workflows.Host.Api.Contacts;

/// <summary>Two tags to make one of.</summary>
/// <param name="From">The tag that ends.</param>
/// <param name="Into">The tag that takes its place.</param>
internal sealed record TagMergeBody(string? From, string? Into);
