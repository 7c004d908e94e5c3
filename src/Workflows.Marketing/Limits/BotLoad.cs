namespace Workflows.Marketing.Limits;

/// <summary>A bot and how many groups it maintains.</summary>
/// <param name="Bot">The bot's user id.</param>
/// <param name="Groups">How many groups it maintains now.</param>
public sealed record BotLoad(string Bot, int Groups);
