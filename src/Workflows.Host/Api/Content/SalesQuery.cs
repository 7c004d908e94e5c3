using Workflows.Storage.Links;

namespace Workflows.Host.Api.Content;

/// <summary>Which orders, and by what they are added up.</summary>
/// <param name="From">Paid at or after this; 30 days before <c>to</c> unless given.</param>
/// <param name="To">Paid before this; now unless given.</param>
/// <param name="By">Content, Journey, Staff, Group or Template; Content unless given.</param>
internal sealed record SalesQuery(DateTimeOffset? From, DateTimeOffset? To, SalesView? By);
