using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api.Contacts;

/// <summary>What a contact wants, and the proof.</summary>
/// <param name="Now">The words that count now; what no word is about was neither agreed to nor refused.</param>
/// <param name="Words">Every word, oldest first.</param>
internal sealed record ConsentsBody(IReadOnlyList<ConsentMark> Now, IReadOnlyList<ConsentBody> Words);
