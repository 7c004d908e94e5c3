using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Durability;

/// <summary>What a resumed bookmark is given.</summary>
/// <param name="Options">Input and payload.</param>
public sealed record ResumeWork(ResumeOptions Options) : WorkPayload;
