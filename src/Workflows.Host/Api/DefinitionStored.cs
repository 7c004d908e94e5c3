using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Definitions;

namespace Workflows.Host.Api;

/// <summary>The answer to a stored definition.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="Version">The version that was stored.</param>
/// <param name="IsPublished">Whether it starts from now on.</param>
/// <param name="Diagnostics">What is worth knowing; for a draft, errors too.</param>
internal sealed record DefinitionStored(
    string DefinitionId,
    int Version,
    bool IsPublished,
    IReadOnlyList<DiagnosticBody> Diagnostics
)
{
    public static DefinitionStored From(
        StoredDefinition stored,
        IEnumerable<Diagnostic> diagnostics,
        Language language
    ) =>
        new(
            stored.DefinitionId,
            stored.Version,
            stored.IsPublished,
            [.. diagnostics.Select(found => DiagnosticBody.From(found).In(language))]
        );
}
