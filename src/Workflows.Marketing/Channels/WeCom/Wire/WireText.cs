namespace Workflows.Marketing.Channels.WeCom.Wire;

/// <summary><c>{"content":"…"}</c>.</summary>
internal sealed record WireText(string Content);
