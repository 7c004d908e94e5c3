namespace Workflows.Runtime.Definitions;

/// <summary>A connection between nodes of one flowchart, by their positions in it.</summary>
/// <param name="Index">Position among the flowchart's connections.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Port">The outcome it follows.</param>
/// <param name="Target">Where it goes to.</param>
internal sealed record FlowConnection(int Index, int Source, string Port, int Target);
