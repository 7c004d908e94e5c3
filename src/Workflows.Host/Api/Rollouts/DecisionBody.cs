using System.Text.Json;
using Workflows.Marketing.Decisions;

namespace Workflows.Host.Api.Rollouts;

/// <summary>What somebody decided for the whole company.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Value">What holds from then on.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Sponsor">Who answers for it where the rules did not allow it.</param>
/// <param name="Note">Why, or what is missing.</param>
/// <param name="Figures">What was judged.</param>
internal sealed record DecisionBody(
    string Act,
    string Value,
    DateTimeOffset At,
    string By,
    string? Sponsor,
    string? Note,
    JsonElement? Figures
)
{
    public static DecisionBody From(DecisionLine line) =>
        new(
            line.Act,
            line.Value,
            line.At,
            line.By,
            line.Sponsor,
            line.Note,
            line.Figures is null ? null : JsonSerializer.Deserialize<JsonElement>(line.Figures)
        );
}
