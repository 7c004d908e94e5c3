using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Designer;

/// <summary>The choices of a drop-down, radio list or checklist.</summary>
/// <param name="Items">The choices in the order they are shown.</param>
/// <param name="IsFlagsEnum">Whether several of them combine to one value.</param>
public sealed record ChoiceList(IReadOnlyList<InputOption> Items, bool IsFlagsEnum = false);
