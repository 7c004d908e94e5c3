namespace Workflows.Runtime.Triggers;

/// <summary>Somebody, or something, that an occasion starts a workflow for.</summary>
/// <param name="Subject">What the instance is about.</param>
/// <param name="Input">What the instance is given beside the occasion's own input.</param>
/// <param name="CorrelationId">The instance's correlation id, or null.</param>
public sealed record OccasionGuest(
    Guid Subject,
    IReadOnlyDictionary<string, object?> Input,
    string? CorrelationId = null
);
