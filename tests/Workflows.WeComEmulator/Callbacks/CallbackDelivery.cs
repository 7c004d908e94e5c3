namespace Workflows.WeComEmulator.Callbacks;

/// <summary>One way of an event to the receiver.</summary>
/// <param name="IsForged">It carries a wrong signature, and is not tried again.</param>
internal sealed record CallbackDelivery(CallbackEntry Entry, int Attempt = 1, bool IsForged = false);
