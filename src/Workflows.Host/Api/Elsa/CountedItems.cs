namespace Workflows.Host.Api.Elsa;

/// <summary>A list that is complete.</summary>
internal sealed record CountedItems<T>(IReadOnlyList<T> Items)
{
    public int Count => Items.Count;
}
