using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Journeys.Cases;

/// <summary>What came of reading the <c>cases.json</c> beside a journey.</summary>
/// <param name="Cases">The cases in the file's order; null when the file cannot be read.</param>
/// <param name="Diagnostics">Why it cannot be read; empty when it can.</param>
/// <param name="Places">The stores, staff and groups that are there in every case; null for none.</param>
public sealed record JourneyCaseFile(
    IReadOnlyList<JourneyCase>? Cases,
    IReadOnlyList<Diagnostic> Diagnostics,
    JourneyCasePlaces? Places = null
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Whether there are cases to run.</summary>
    [MemberNotNullWhen(true, nameof(Cases))]
    public bool Succeeded => Cases is not null;

    /// <summary>
    /// Reads <c>{ "cases": [ { "name", "title"?, "from"?, "attributes"?, "sends"?, "orders"?, "events": [ { "at", "type", "data"? } ], "until",
    /// "expect": { "messages"?, "attributes"?, "tags"?, "instances"?, "pool"?, "stage"? } } ], "places"? }</c>.
    /// </summary>
    public static JourneyCaseFile Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var document = JsonSerializer.Deserialize<Document>(json, Options);
            return document?.Cases is { } cases
                ? Check(cases) with
                {
                    Places = document.Places,
                }
                : Failed("$", "The file is a JSON object with a list \"cases\".");
        }
        catch (JsonException broken)
        {
            return Failed(broken.Path ?? "$", broken.Message);
        }
    }

    private static JourneyCaseFile Check(IReadOnlyList<JourneyCase> cases)
    {
        Diagnostic[] diagnostics =
        [
            .. cases
                .GroupBy(one => one.Name, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
                .Select(group => new Diagnostic(
                    JourneyCodes.CasesUnreadable,
                    $"Two cases are named '{group.Key}'.",
                    "$.cases"
                )),
            .. cases
                .Where(one => one.Events.Zip(one.Events.Skip(1)).Any(pair => pair.First.At > pair.Second.At))
                .Select(one => new Diagnostic(
                    JourneyCodes.CasesUnreadable,
                    $"The events of '{one.Name}' are not in the order of time.",
                    "$.cases"
                )),
        ];
        return diagnostics.Length > 0 ? new JourneyCaseFile(null, diagnostics) : new JourneyCaseFile(cases, []);
    }

    private static JourneyCaseFile Failed(string path, string message) =>
        new(null, [new Diagnostic(JourneyCodes.CasesUnreadable, message, path)]);

    private sealed record Document(IReadOnlyList<JourneyCase>? Cases, JourneyCasePlaces? Places = null);
}
