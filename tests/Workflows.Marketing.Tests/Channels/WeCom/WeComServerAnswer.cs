namespace Workflows.Marketing.Tests.Channels.WeCom;

/// <summary>An answer; without a body the connection is cut.</summary>
internal sealed record WeComServerAnswer(string? Body, int Status = 200);
