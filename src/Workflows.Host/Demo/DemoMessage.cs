using System.Text.Json;

namespace Workflows.Host.Demo;

/// <summary>A message as it arrived at the demo's inbox.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Body">What the webhook posted.</param>
internal sealed record DemoMessage(string Key, JsonElement Body);
