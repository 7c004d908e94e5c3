using System.Text.Json.Nodes;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>A definition as the Studio saves it.</summary>
/// <param name="Model">The document.</param>
/// <param name="Publish">Whether it is to be published.</param>
internal sealed record SaveRequest(JsonObject? Model, bool? Publish);
