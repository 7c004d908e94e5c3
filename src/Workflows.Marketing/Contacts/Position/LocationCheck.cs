using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Places;

namespace Workflows.Marketing.Contacts;

/// <summary>Checks what events say about positions before it is stored: none is kept without what the contact agreed to (S0-38).</summary>
internal static class LocationCheck
{
    /// <summary>Checks the data of an event; of other types than the shared position everything is right.</summary>
    public static void Of(string type, JsonElement? data, string path, ICollection<Diagnostic> diagnostics)
    {
        if (type is not LocationEvents.Shared)
        {
            return;
        }

        if (!new GeoPoint(Degrees(data, LocationFacts.Latitude), Degrees(data, LocationFacts.Longitude)).IsValid)
        {
            diagnostics.Add(
                new Diagnostic(
                    "EVT021",
                    "A position has a latitude from -90 to 90 and a longitude from -180 to 180.",
                    $"{path}.latitude",
                    Remedy: "Send latitude and longitude in degrees, GCJ-02 as WeChat reports them."
                )
            );
        }

        if (!HasText(data, "textVersion"))
        {
            diagnostics.Add(
                new Diagnostic(
                    "EVT022",
                    "The event does not say which words the customer agreed to.",
                    $"{path}.textVersion",
                    Remedy: "Send textVersion: a position is kept with consent only."
                )
            );
        }
    }

    private static double Degrees(JsonElement? data, string name) =>
        data is { } said && said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : double.NaN;

    private static bool HasText(JsonElement? data, string name) =>
        data is { } said
        && said.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 and <= 64 };
}
