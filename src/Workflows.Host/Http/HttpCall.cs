using Workflows.Runtime.Execution;

namespace Workflows.Host.Http;

/// <summary>Asks for an HTTP request to be sent and its answer to be reported to a waiting bookmark.</summary>
/// <param name="Key">Identifies the effect; goes along as <c>Idempotency-Key</c>.</param>
/// <param name="InstanceId">The instance that waits.</param>
/// <param name="BookmarkId">Its bookmark.</param>
/// <param name="Method">The method.</param>
/// <param name="Url">The absolute address.</param>
/// <param name="Headers">Headers by name.</param>
/// <param name="Content">The body; null for none.</param>
/// <param name="ContentType">The body's type.</param>
/// <param name="LargestFile">The most bytes of a file that is fetched; null where the answer is text.</param>
internal sealed record HttpCall(
    string Key,
    Guid InstanceId,
    int BookmarkId,
    string Method,
    Uri Url,
    IReadOnlyDictionary<string, string> Headers,
    string? Content,
    string? ContentType,
    long? LargestFile = null
) : Effect(Key);
