using System.Text.Json.Serialization;

namespace Workflows.Marketing.Places.Stores;

/// <summary>How customers get from a store what they ordered online (S0-35).</summary>
/// <param name="Pickup">Whether they can fetch it there.</param>
/// <param name="Delivery">Whether the store brings it.</param>
/// <param name="DeliveryRadius">How far it brings it, in metres; null as far as the brand says.</param>
public sealed record Fulfilment(bool Pickup, bool Delivery, double? DeliveryRadius = null)
{
    /// <summary>Whether there is any way at all.</summary>
    [JsonIgnore]
    public bool HasAny => Pickup || Delivery;
}
