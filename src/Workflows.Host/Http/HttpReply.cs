using Workflows.Runtime.Execution;

namespace Workflows.Host.Http;

/// <summary>Answers an HTTP request that a workflow received.</summary>
/// <param name="Key">Identifies the effect.</param>
/// <param name="RequestId">The request.</param>
/// <param name="StatusCode">The status.</param>
/// <param name="Headers">Headers by name.</param>
/// <param name="Content">The body.</param>
/// <param name="ContentType">The body's type; null for none.</param>
internal sealed record HttpReply(
    string Key,
    string RequestId,
    int StatusCode,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Content,
    string? ContentType
) : Effect(Key);
