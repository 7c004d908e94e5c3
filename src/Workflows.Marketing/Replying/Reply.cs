using Workflows.Marketing.Recommending;

namespace Workflows.Marketing.Replying;

/// <summary>A content that would answer.</summary>
/// <param name="Candidate">The content.</param>
/// <param name="Sureness">How sure the model is, above 0 and at most 1.</param>
public sealed record Reply(Candidate Candidate, double Sureness);
