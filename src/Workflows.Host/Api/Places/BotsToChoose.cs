namespace Workflows.Host.Api.Places;

/// <summary>The bots that may look after a group.</summary>
/// <param name="Bots">Their user ids; absent or empty for every bot that looks after a group.</param>
internal sealed record BotsToChoose(IReadOnlyList<string>? Bots);
