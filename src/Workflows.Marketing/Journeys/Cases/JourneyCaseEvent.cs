using System.Text.Json;

namespace Workflows.Marketing.Journeys.Cases;

/// <summary>One thing the contact of a case does.</summary>
/// <param name="At">When.</param>
/// <param name="Type">What, for example <c>order.paid</c>; or <c>calendar</c>: the calendar block named in <c>data.block</c> comes round and tells the journey the other members.</param>
/// <param name="Data">The event's data; absent for none.</param>
public sealed record JourneyCaseEvent(DateTimeOffset At, string Type, JsonElement? Data = null)
{
    /// <summary>The type of a calendar that comes round.</summary>
    public const string Calendar = "calendar";
}
