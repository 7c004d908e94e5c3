using System.Text.Json;
using Workflows.WeComEmulator.Content;

namespace Workflows.WeComEmulator.Moments;

/// <summary>What a post says, and its parts as they were sent.</summary>
internal sealed record MomentContent(SaidContent Said, JsonElement? Text, IReadOnlyList<JsonElement> Attachments);
