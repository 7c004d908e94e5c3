namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>A callback this process may handle until its lease ends.</summary>
/// <param name="Key">What makes the event itself.</param>
/// <param name="Xml">The decrypted document.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Attempt">Which attempt this is, from 1; an attempt that a crash cut short counts.</param>
public sealed record LeasedCallback(string Key, string Xml, DateTimeOffset ReceivedAt, int Attempt);
