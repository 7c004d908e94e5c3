using System.Text.Json;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Limits;

/// <summary>What journeys may give away (S2-18): the member <c>limits.subsidyBudget</c> of the version that emitted the message.</summary>
/// <param name="journeys">The published journeys.</param>
public sealed class JourneyBudgets(DefinitionCatalog journeys)
{
    /// <summary>The budget of a message's journey in currency units; null where the journey names none.</summary>
    public async ValueTask<decimal?> OfAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var graph = await journeys.GetAsync(message.Journey, message.JourneyVersion, cancellationToken);
        return
            graph is not null
            && JourneySettings.Read(graph.Definition).Limits is { ValueKind: JsonValueKind.Object } limits
            && limits.TryGetProperty("subsidyBudget", out var budget)
            && budget.ValueKind == JsonValueKind.Number
            && budget.TryGetDecimal(out var amount)
            ? amount
            : null;
    }
}
