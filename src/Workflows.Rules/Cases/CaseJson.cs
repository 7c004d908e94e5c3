using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workflows.Rules.Cases;

/// <summary>How outputs are shown to people: as JSON, with Chinese and '+' as they are.</summary>
internal static class CaseJson
{
    public static JsonSerializerOptions Readable { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
