using System.Text.Json.Nodes;

namespace Workflows.Marketing.Tests.Channels.WeCom;

internal sealed record WeComServerCall(
    string Method,
    string Path,
    string? Token,
    string Query,
    JsonNode? Body,
    string Text
)
{
    public bool Is(string pathEnd) => Path.EndsWith(pathEnd, StringComparison.Ordinal);

    public bool HasToken(string token) => string.Equals(Token, token, StringComparison.Ordinal);
}
