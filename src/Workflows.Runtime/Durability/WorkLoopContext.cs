using Microsoft.Extensions.Logging;

namespace Workflows.Runtime.Durability;

/// <summary>What all loops of a host share.</summary>
/// <param name="Options">How the host works.</param>
/// <param name="Signal">Wakes lanes.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Logger">Told about what went wrong.</param>
internal sealed record WorkLoopContext(WorkLoopOptions Options, WorkSignal Signal, TimeProvider Clock, ILogger Logger);
