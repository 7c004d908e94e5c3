using Workflows.Marketing.Content;

namespace Workflows.Host.Documents;

/// <summary>A folder of contents that travels with workflows and rule sets.</summary>
/// <param name="Document">The folder.</param>
/// <param name="Pack">What is in it.</param>
internal sealed record ContentPackFolder(Document Document, ContentPack Pack);
