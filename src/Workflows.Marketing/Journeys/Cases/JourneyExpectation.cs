using System.Text.Json;

namespace Workflows.Marketing.Journeys.Cases;

/// <summary>What is expected at the end of a case; what is null is not looked at.</summary>
/// <param name="Messages">All messages, in order.</param>
/// <param name="Attributes">Attributes with their values; others may be there too.</param>
/// <param name="Tags">All tags.</param>
/// <param name="Instances">How many instances are <c>Running</c>, <c>Finished</c>, <c>Cancelled</c> or <c>Faulted</c>; those left out are none.</param>
/// <param name="Pool">The pool the contact is in.</param>
/// <param name="Stage">How close the contact has come.</param>
public sealed record JourneyExpectation(
    IReadOnlyList<ExpectedMessage>? Messages = null,
    IReadOnlyDictionary<string, JsonElement>? Attributes = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyDictionary<string, int>? Instances = null,
    string? Pool = null,
    string? Stage = null
);
