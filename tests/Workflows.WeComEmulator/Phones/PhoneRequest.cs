namespace Workflows.WeComEmulator.Phones;

/// <summary>A customer who asks to become a friend.</summary>
internal sealed record PhoneRequest(string Customer, string Name, DateTimeOffset At, string? State);
