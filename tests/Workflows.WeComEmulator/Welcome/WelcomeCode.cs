namespace Workflows.WeComEmulator.Welcome;

/// <summary>Allows one welcome, for 20 seconds.</summary>
internal sealed record WelcomeCode(string Value, string Customer, string Member, DateTimeOffset Until);
