using System.Text.Json.Nodes;

namespace Workflows.Marketing.Tests.Channels.WeCom;

internal sealed record OfficialSample(JsonNode? Request, JsonNode? Answer);
