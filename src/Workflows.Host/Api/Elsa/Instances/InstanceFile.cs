using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Runtime.Execution;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>An instance as a file, for support and archives: its state, its executions, its journal.</summary>
internal static class InstanceFile
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        WriteIndented = true,
    };

    public static byte[] Content(InstanceHistory history)
    {
        var state = new ArrayBufferWriter<byte>();
        InstanceSerializer.Write(history.Instance, state);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                workflowState = InstanceState.From(history.Instance),
                activityExecutionRecords = history.Executions,
                workflowExecutionLogRecords = history.Journal.SelectMany(row =>
                    row.Entries.Select(entry => JournalRecord.From(history, row.At, entry))
                ),
                // What an import continues from; the rest of the file is for reading.
                state = state.WrittenSpan.ToArray(),
            },
            Readable
        );
    }
}
