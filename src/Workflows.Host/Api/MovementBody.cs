using System.Text.Json;
using Workflows.Rules.Comparison;

namespace Workflows.Host.Api;

/// <summary>Contacts for whom another rule decides, as <c>--json</c> and the API show them.</summary>
/// <param name="From">The rule that decided; absent where none did.</param>
/// <param name="To">The rule that decides now; absent where none does.</param>
/// <param name="Where">For which contacts, in the notation of table cells.</param>
/// <param name="Example">The values of such a contact, in one line.</param>
/// <param name="Inputs">That contact, as a question to the rule set.</param>
internal sealed record MovementBody(string? From, string? To, string Where, string Example, JsonElement Inputs)
{
    public static MovementBody Of(Movement movement) =>
        new(movement.From, movement.To, movement.Where, movement.Example.Text, movement.Example.Inputs);
}
