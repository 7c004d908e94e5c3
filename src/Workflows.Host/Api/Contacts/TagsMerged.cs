namespace Workflows.Host.Api.Contacts;

/// <summary>What came of merging two tags.</summary>
/// <param name="From">The tag that ended.</param>
/// <param name="Into">The tag that took its place.</param>
/// <param name="Contacts">How many contacts had it.</param>
internal sealed record TagsMerged(string From, string Into, int Contacts);
