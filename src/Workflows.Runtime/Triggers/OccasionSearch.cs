using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Triggers;

/// <summary>Asks a trigger whom an occasion concerns.</summary>
/// <param name="Tenant">Whose workflow.</param>
/// <param name="Context">Gives access to the trigger's inputs and to services.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
public sealed record OccasionSearch(int Tenant, TriggerIndexingContext Context, Occasion Occasion, string? After);
