using System.Text.Json;
using Workflows.WeComEmulator.Content;

namespace Workflows.WeComEmulator.Welcome;

/// <summary>A welcome for groups; the owner applies it in the client.</summary>
internal sealed record WelcomeTemplate(string Id, SaidContent Content, IReadOnlyDictionary<string, JsonElement> Parts);
