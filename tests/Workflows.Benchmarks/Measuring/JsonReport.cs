using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workflows.Benchmarks.Measuring;

/// <summary>One line of JSON a row.</summary>
internal sealed class JsonReport(TextWriter output) : IReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Add(BenchmarkRow row) => output.WriteLine(JsonSerializer.Serialize(row, Options));
}
