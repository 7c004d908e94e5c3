namespace Workflows.WeComEmulator.Customers;

/// <summary>A customer asked to become a member's friend.</summary>
internal sealed record FriendRequest(string UserId, DateTimeOffset At, string? State, int AddWay);
