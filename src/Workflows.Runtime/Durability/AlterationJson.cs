using System.Text.Json;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Alterations;

namespace Workflows.Runtime.Durability;

/// <summary>Alterations in the form of queue rows.</summary>
internal static class AlterationJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Alteration> alterations)
    {
        json.WriteStartArray("alterations"u8);
        foreach (var alteration in alterations)
        {
            json.WriteStartObject();
            json.WriteString("is"u8, alteration.GetType().Name);
            switch (alteration)
            {
                case Alteration.SetVariable change:
                    json.WriteString("name"u8, change.Variable);
                    json.WritePropertyName("value"u8);
                    JsonSerializer.Serialize(json, change.Value, JsonSerializerOptions.Web);
                    break;
                case Alteration.RunActivity run:
                    json.WriteString("name"u8, run.ActivityId);
                    break;
                case Alteration.CancelActivity cancel:
                    json.WriteString("name"u8, cancel.ActivityId);
                    break;
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static IReadOnlyList<Alteration> Read(JsonElement root) =>
        [.. root.GetProperty("alterations"u8).EnumerateArray().Select(ReadOne)];

    private static Alteration ReadOne(JsonElement json) =>
        json.GetProperty("is"u8).GetString() switch
        {
            nameof(Alteration.SetVariable) => new Alteration.SetVariable(
                NameOf(json),
                PlainJson.ToPlain(json.GetProperty("value"u8))
            ),
            nameof(Alteration.RunActivity) => new Alteration.RunActivity(NameOf(json)),
            nameof(Alteration.CancelActivity) => new Alteration.CancelActivity(NameOf(json)),
            nameof(Alteration.RetryFailed) => new Alteration.RetryFailed(),
            nameof(Alteration.CancelInstance) => new Alteration.CancelInstance(),
            var kind => throw new FormatException($"'{kind}' is not an alteration that is known here."),
        };

    private static string NameOf(JsonElement json) => json.GetProperty("name"u8).GetString() ?? "";
}
