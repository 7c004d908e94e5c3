namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>A page of definitions.</summary>
internal sealed record DefinitionPage(
    IReadOnlyList<Link> Links,
    IReadOnlyList<DefinitionListItem> Items,
    int TotalCount
);
