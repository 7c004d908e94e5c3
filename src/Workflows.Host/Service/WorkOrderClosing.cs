namespace Workflows.Host.Service;

/// <summary>How a work order ends.</summary>
/// <param name="Outcome">resolved, unresolved, traded or idle; resolved unless given.</param>
internal sealed record WorkOrderClosing(string? Outcome);
