using System.Buffers;
using System.Text.Json;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>
/// Work payloads as JSON, the form of queue rows. Texts, truth values and whole numbers come back as they were; other
/// numbers as <see cref="double"/>, everything else as <see cref="JsonElement"/>.
/// </summary>
public static class WorkPayloadSerializer
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The payload as bytes.</summary>
    public static byte[] Write(WorkPayload payload)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            switch (payload)
            {
                case SubjectStimulus subject:
                    json.WriteString("is"u8, "subject"u8);
                    Write(json, subject.Stimulus);
                    break;
                case BroadcastStimulus broadcast:
                    json.WriteString("is"u8, "broadcast"u8);
                    Write(json, broadcast.Stimulus);
                    WriteValue(json, "after", broadcast.After);
                    break;
                case WakeWork wake:
                    json.WriteString("is"u8, "wake"u8);
                    Write(json, wake.Stimulus);
                    break;
                case ScheduledStart schedule:
                    json.WriteString("is"u8, "schedule"u8);
                    json.WriteString("definitionId"u8, schedule.DefinitionId);
                    json.WriteNumber("version"u8, schedule.Version);
                    json.WriteString("activityId"u8, schedule.ActivityId);
                    break;
                case OccasionWork spread:
                    json.WriteString("is"u8, "occasion"u8);
                    Write(json, spread);
                    break;
                case ResumeWork resume:
                    json.WriteString("is"u8, "resume"u8);
                    WriteValue(json, "input", resume.Options.Input);
                    WriteValue(json, "payload", resume.Options.StimulusPayload);
                    break;
                case AlterWork alter:
                    json.WriteString("is"u8, "alter"u8);
                    AlterationJson.Write(json, alter.Alterations);
                    break;
                case ImportWork import:
                    json.WriteString("is"u8, "import"u8);
                    json.WriteString("definitionId"u8, import.DefinitionId);
                    json.WriteNumber("version"u8, import.Version);
                    json.WriteBase64String("state"u8, import.State);
                    break;
                case StartWork start:
                    json.WriteString("is"u8, "start"u8);
                    Write(json, start);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(payload), payload, "Not a payload the queue knows.");
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The bytes of a <see cref="SubjectStimulus"/> whose payload is JSON already.</summary>
    /// <param name="name">The stimulus' name.</param>
    /// <param name="key">What it is about.</param>
    /// <param name="payload">The payload, one JSON value; it comes back as a <see cref="JsonElement"/>.</param>
    public static byte[] WriteSubjectStimulus(string name, string key, ReadOnlySpan<byte> payload)
    {
        var buffer = new ArrayBufferWriter<byte>(payload.Length + 96);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("is"u8, "subject"u8);
            json.WriteString("name"u8, name);
            json.WriteString("key"u8, key);
            json.WritePropertyName("payload"u8);
            json.WriteRawValue(payload, skipInputValidation: true);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write(WorkPayload)"/> wrote; anything else is <see cref="UnreadableWork"/>.</summary>
    public static WorkPayload Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        try
        {
            var root = JsonElement.ParseValue(ref reader);
            return root.GetProperty("is"u8).GetString() switch
            {
                "subject" => new SubjectStimulus(ReadStimulus(root)),
                "broadcast" => new BroadcastStimulus(ReadStimulus(root), ReadId(root, "after")),
                "wake" => new WakeWork(ReadStimulus(root)),
                "schedule" => new ScheduledStart(
                    root.GetProperty("definitionId"u8).GetString()!,
                    root.GetProperty("version"u8).GetInt32(),
                    root.GetProperty("activityId"u8).GetString()!
                ),
                "occasion" => ReadOccasion(root),
                "resume" => new ResumeWork(
                    new ResumeOptions { Input = ReadMap(root, "input"), StimulusPayload = ReadPayload(root) }
                ),
                "alter" => new AlterWork(AlterationJson.Read(root)),
                "import" => new ImportWork(
                    root.GetProperty("definitionId"u8).GetString()!,
                    root.GetProperty("version"u8).GetInt32(),
                    root.GetProperty("state"u8).GetBytesFromBase64()
                ),
                "start" => ReadStart(root),
                var kind => new UnreadableWork($"'{kind}' is not a kind of work that is known here."),
            };
        }
        catch (Exception broken)
            when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new UnreadableWork(broken.Message);
        }
    }

    private static void Write(Utf8JsonWriter json, Stimulus stimulus)
    {
        json.WriteString("name"u8, stimulus.Name);
        WriteValue(json, "key", stimulus.Key);
        WriteValue(json, "correlationId", stimulus.CorrelationId);
        WriteValue(json, "payload", stimulus.Payload);
        WriteValue(json, "input", stimulus.Input);
    }

    private static void Write(Utf8JsonWriter json, StartWork start)
    {
        json.WriteString("definitionId"u8, start.DefinitionId);
        json.WriteString("instanceId"u8, start.Options.InstanceId);
        json.WriteString("subject"u8, start.Options.Subject);
        WriteValue(json, "input", start.Options.Input);
        WriteValue(json, "correlationId", start.Options.CorrelationId);
        WriteValue(json, "name", start.Options.Name);
        WriteValue(json, "triggerActivityId", start.Options.TriggerActivityId);
        WriteValue(json, "payload", start.Options.StimulusPayload);
        WriteValue(json, "parent", start.Options.Parent);
        WriteValue(json, "version", start.Version);
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case ChildReport report:
                json.WritePropertyName("report"u8);
                JsonSerializer.Serialize(json, report, Web);
                break;
            default:
                json.WritePropertyName(name);
                JsonSerializer.Serialize(json, value, value.GetType(), Web);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, OccasionWork spread)
    {
        json.WriteString("definitionId"u8, spread.DefinitionId);
        json.WriteString("activityId"u8, spread.ActivityId);
        json.WriteString("key"u8, spread.Occasion.Key);
        json.WriteString("series"u8, spread.Occasion.Series);
        json.WriteString("dueAt"u8, spread.Occasion.DueAt);
        WriteValue(json, "input", spread.Occasion.Input);
        WriteValue(json, "after", spread.After);
    }

    private static OccasionWork ReadOccasion(JsonElement root) =>
        new(
            root.GetProperty("definitionId"u8).GetString()!,
            root.GetProperty("activityId"u8).GetString()!,
            new Occasion(
                root.GetProperty("key"u8).GetString()!,
                root.GetProperty("series"u8).GetString()!,
                root.GetProperty("dueAt"u8).GetDateTimeOffset()
            )
            {
                Input = ReadMap(root, "input") ?? [],
            },
            ReadText(root, "after")
        );

    private static Stimulus ReadStimulus(JsonElement root) =>
        new(
            root.GetProperty("name"u8).GetString()!,
            ReadValue(root, "key"),
            ReadPayload(root),
            ReadText(root, "correlationId")
        )
        {
            Input = ReadMap(root, "input"),
        };

    private static StartWork ReadStart(JsonElement root) =>
        new(
            root.GetProperty("definitionId"u8).GetString()!,
            new StartOptions
            {
                InstanceId = root.GetProperty("instanceId"u8).GetGuid(),
                Subject = root.GetProperty("subject"u8).GetGuid(),
                Input = ReadMap(root, "input"),
                CorrelationId = ReadText(root, "correlationId"),
                Name = ReadText(root, "name"),
                TriggerActivityId = ReadText(root, "triggerActivityId"),
                StimulusPayload = ReadPayload(root),
                Parent = root.TryGetProperty("parent"u8, out var parent) ? parent.Deserialize<ParentLink>(Web) : null,
            },
            root.TryGetProperty("version"u8, out var version) ? version.GetInt32() : null
        );

    private static object? ReadPayload(JsonElement root) =>
        root.TryGetProperty("report"u8, out var report) ? ReadReport(report) : ReadValue(root, "payload");

    private static ChildReport ReadReport(JsonElement report)
    {
        var read = report.Deserialize<ChildReport>(Web)!;
        return read with
        {
            Output = read.Output.ToDictionary(pair => pair.Key, pair => Scalar(pair.Value), StringComparer.Ordinal),
        };
    }

    private static Dictionary<string, object?>? ReadMap(JsonElement root, string name) =>
        root.TryGetProperty(name, out var map)
            ? map.EnumerateObject()
                .ToDictionary(member => member.Name, member => Scalar(member.Value), StringComparer.Ordinal)
            : null;

    private static object? ReadValue(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? Scalar(value) : null;

    private static string? ReadText(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Guid? ReadId(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value.GetGuid() : null;

    private static object? Scalar(object? value) =>
        value is not JsonElement element
            ? value
            : element.ValueKind switch
            {
                JsonValueKind.Null or JsonValueKind.Undefined => null,
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.String => element.GetString(),
                JsonValueKind.Number when element.TryGetInt64(out var whole) => whole,
                JsonValueKind.Number => element.GetDouble(),
                _ => element,
            };
}
