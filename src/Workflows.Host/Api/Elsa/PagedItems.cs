namespace Workflows.Host.Api.Elsa;

/// <summary>A page of a list.</summary>
internal sealed record PagedItems<T>(IReadOnlyList<T> Items, int TotalCount);
