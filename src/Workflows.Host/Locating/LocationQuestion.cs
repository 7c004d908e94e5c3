using Workflows.Marketing.Contacts;
using Workflows.Storage.Links;

namespace Workflows.Host.Locating;

/// <summary>A question for the position.</summary>
/// <param name="Link">The link it was sent with: to one contact, until a time.</param>
/// <param name="Ask">What is asked.</param>
internal sealed record LocationQuestion(FollowedLink Link, LocationAsk Ask);
