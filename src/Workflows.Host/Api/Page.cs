namespace Workflows.Host.Api;

/// <summary>A part of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">What to pass as <c>after</c> to get the next part; absent at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
