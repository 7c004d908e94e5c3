namespace Workflows.Marketing.Content;

/// <summary>A message that gives a limited value.</summary>
/// <param name="Stock">The counter's name.</param>
/// <param name="Key">The message's key: one message takes one.</param>
public sealed record StockWish(string Stock, string Key);
