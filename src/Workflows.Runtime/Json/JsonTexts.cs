using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workflows.Runtime.Json;

/// <summary>How JSON is written that people may look at: Chinese stays Chinese.</summary>
internal static class JsonTexts
{
    public static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
    };
}
