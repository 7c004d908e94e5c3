using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Execution;

/// <summary>An occasion was decided upon. The database takes each once, in the commit of the work it starts.</summary>
/// <param name="DefinitionId">The workflow.</param>
/// <param name="ActivityId">The trigger.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="State">How it went.</param>
/// <param name="At">When that was decided.</param>
public sealed record OccasionFired(
    string DefinitionId,
    string ActivityId,
    Occasion Occasion,
    OccasionState State,
    DateTimeOffset At
) : Effect($"occasion:{DefinitionId}:{ActivityId}:{Occasion.Key}");
